package org.refocusrecord.command;

import org.jspecify.annotations.Nullable;
import org.refocusrecord.events.Party;

import java.time.Instant;
import java.util.List;
import java.util.UUID;
import java.util.stream.Collectors;

/**
 * Every reason to refuse a command. Each has a code, a JSON pointer to its cause, and a sentence
 * without personal text.
 */
public sealed interface Refusal {

    /** Where in the body the cause stands. */
    String pointer();

    /** The stable code. */
    String code();

    /** What is the case, and what to do. */
    String message();

    /** Whether it says that the caller may not, before any rule is asked. */
    default boolean isOfScope() {
        return switch (this) {
            case NotThere _, RoleNotEnough _, RecordedByNotYou _, ApprovalSamePerson _ -> true;
            case VersionStale _, NotReadable _, IdTaken _ -> false;
            case ReferenceUnknown _, ReferenceWrongKind _, TimeBeforeReference _ -> false;
            case LateReasonMissing _, PartyNotClear _, Broken _ -> false;
            case EntryInError _, EntryOthersRestOnIt _ -> false;
        };
    }

    /** The case, team or study is not there; {@code code} says which. */
    record NotThere(String pointer, String code) implements Refusal {
        @Override
        public String message() {
            return "Nothing of that id is known here.";
        }
    }

    /** The caller may not do this. */
    record RoleNotEnough(String pointer) implements Refusal {
        @Override
        public String code() {
            return "role.not-enough";
        }

        @Override
        public String message() {
            return "Only its author, a team leader or a clinical system may correct this; what came"
                    + " by the person's own door only the person, and what an administrator"
                    + " recorded only an administrator.";
        }
    }

    /** Somebody else is named as the recorder. */
    record RecordedByNotYou(String pointer) implements Refusal {
        @Override
        public String code() {
            return "recorded-by.not-you";
        }

        @Override
        public String message() {
            return "Name yourself in recordedBy, or leave it out: only a clinical system posts what"
                    + " others recorded.";
        }
    }

    /** Whoever asked for an erasure, or changed what it asks for, approves it. */
    record ApprovalSamePerson(String pointer) implements Refusal {
        @Override
        public String code() {
            return "approval.same-person";
        }

        @Override
        public String message() {
            return "Whoever asked for an erasure, or amended what is asked, does not approve it:"
                    + " let another administrator do so.";
        }
    }

    /** The stream has moved on since the caller read it. */
    record VersionStale(long asked, long actual) implements Refusal {
        @Override
        public String pointer() {
            return "/If-Match";
        }

        @Override
        public String code() {
            return "version.stale";
        }

        @Override
        public String message() {
            return "The record is at version "
                    + actual
                    + ", not "
                    + asked
                    + ": read it again and decide anew.";
        }
    }

    /** A replacement could not be read; the code is that of reading. */
    record NotReadable(String pointer, String code, String message) implements Refusal {}

    /** The id is in use. */
    record IdTaken(String pointer, UUID id) implements Refusal {
        @Override
        public String code() {
            return "id.taken";
        }

        @Override
        public String message() {
            return "The id " + id + " is in use, or was; ids are never used twice. Give a new one.";
        }
    }

    /** Nothing of that id is recorded, or it is in error. */
    record ReferenceUnknown(String pointer, @Nullable UUID id) implements Refusal {
        @Override
        public String code() {
            return "reference.unknown";
        }

        @Override
        public String message() {
            return id == null
                    ? "There was no text or answer here before."
                    : id + " is not recorded, or was marked in error. Send first what it names.";
        }
    }

    /** What is named is something else. */
    record ReferenceWrongKind(String pointer, UUID id) implements Refusal {
        @Override
        public String code() {
            return "reference.wrong-kind";
        }

        @Override
        public String message() {
            return id + " is not of a kind that can be named here.";
        }
    }

    /** What is named stands later on the line. */
    record TimeBeforeReference(String pointer, Instant place, Instant reference)
            implements Refusal {
        @Override
        public String code() {
            return "time.before-reference";
        }

        @Override
        public String message() {
            return "This happened at " + place + ", but what it names only at " + reference + ".";
        }
    }

    /** A late session needs a reason. */
    record LateReasonMissing(Instant occurredAt, Instant receivedAt) implements Refusal {
        @Override
        public String pointer() {
            return "/lateReason";
        }

        @Override
        public String code() {
            return "late.reason-missing";
        }

        @Override
        public String message() {
            return "It happened at "
                    + occurredAt
                    + " and was received at "
                    + receivedAt
                    + ": say why so late.";
        }
    }

    /**
     * A person cannot be told from what was sent: no such participant, several, no id, or the same
     * one twice.
     */
    record PartyNotClear(String pointer, String code, Party party) implements Refusal {
        @Override
        public String message() {
            return switch (code) {
                case "party.ambiguous" -> "Several participants are " + party + ": give the id.";
                case "party.id-missing" -> "Give the id of this " + party + ".";
                case "party.twice" -> "This " + party + " stands in the list twice.";
                default ->
                        "No participant is this " + party + ": give the id, or name who took part.";
            };
        }
    }

    /** A rule is broken that needs no more to be told than where. */
    record Broken(String pointer, Rule rule) implements Refusal {
        @Override
        public String code() {
            return rule.code();
        }

        @Override
        public String message() {
            return rule.message();
        }
    }

    /** What is in error is not amended. */
    record EntryInError(String pointer, UUID id) implements Refusal {
        @Override
        public String code() {
            return "entry.in-error";
        }

        @Override
        public String message() {
            return id + " is marked in error: take that mark back first, or record anew.";
        }
    }

    /** Other entries would lose what they rest on. */
    record EntryOthersRestOnIt(String pointer, List<UUID> others) implements Refusal {
        @Override
        public String code() {
            return "entry.others-rest-on-it";
        }

        @Override
        public String message() {
            return others.stream()
                    .map(UUID::toString)
                    .collect(
                            Collectors.joining(
                                    ", ", "Correct these first, which rest on it: ", "."));
        }
    }
}
