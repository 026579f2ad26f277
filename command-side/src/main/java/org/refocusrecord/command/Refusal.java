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

    /** A coaching contract is between two. */
    record ContractNeedsBoth(String pointer) implements Refusal {
        @Override
        public String code() {
            return "contract.needs-both";
        }

        @Override
        public String message() {
            return "A coaching contract is agreed by the person and the worker, both.";
        }
    }

    /** An own act cannot be reported by others. */
    record AcceptanceNotOwnAct(String pointer) implements Refusal {
        @Override
        public String code() {
            return "acceptance.not-own-act";
        }

        @Override
        public String message() {
            return "An own act comes only by the person's own door; say SIGNED, SPOKEN or"
                    + " REPORTED.";
        }
    }

    /** Goal attainment is the person's own rating. */
    record AttainmentNotOwn(String pointer) implements Refusal {
        @Override
        public String code() {
            return "attainment.not-own";
        }

        @Override
        public String message() {
            return "Attainment is rated by the person alone: leave it out, or review according to"
                    + " the person.";
        }
    }

    /** This measure is about a goal. */
    record MeasureNeedsGoal(String pointer) implements Refusal {
        @Override
        public String code() {
            return "measure.needs-goal";
        }

        @Override
        public String message() {
            return "Goal attainment is rated for one goal: give its goalId.";
        }
    }

    /** By the own door people speak for themselves. */
    record OwnEntryAnotherPerson(String pointer) implements Refusal {
        @Override
        public String code() {
            return "own-entry.another-person";
        }

        @Override
        public String message() {
            return "By this door one writes for oneself: leave it out, or name yourself.";
        }
    }

    /** The person's own words are the person's. */
    record WordsNotYours(String pointer) implements Refusal {
        @Override
        public String code() {
            return "words.not-yours";
        }

        @Override
        public String message() {
            return "These are the person's own words: correct them with confirmedBy the person, or"
                    + " add your own beside them.";
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

    /** A replacement is of another thing. */
    record ReplacementNotTheSame(String pointer) implements Refusal {
        @Override
        public String code() {
            return "replacement.not-the-same";
        }

        @Override
        public String message() {
            return "A correction never changes this: mark what is wrong in error and record anew.";
        }
    }
}
