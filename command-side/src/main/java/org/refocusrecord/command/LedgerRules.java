package org.refocusrecord.command;

import org.jspecify.annotations.Nullable;
import org.refocusrecord.events.AnyId;
import org.refocusrecord.events.CommandId;
import org.refocusrecord.events.CorrectionCause;
import org.refocusrecord.events.Event;
import org.refocusrecord.events.JsonText;
import org.refocusrecord.events.Party;
import org.refocusrecord.events.Person;
import org.refocusrecord.events.casefile.CaseEvent;
import org.refocusrecord.events.shape.EventShape;
import org.refocusrecord.events.shape.Mapping;
import org.refocusrecord.events.shape.Member;
import org.refocusrecord.events.study.DefinitionPublished;
import org.refocusrecord.events.study.StudyEvent;
import org.refocusrecord.events.team.TeamAllocated;
import org.refocusrecord.events.team.TeamEvent;
import org.refocusrecord.events.team.TeamRegistered;

import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.function.Function;

/**
 * The rules that the streams of teams and studies have in common: everybody named, ids new,
 * corrections by those who may.
 */
public final class LedgerRules {

    private static final Set<String> FIXED =
            Set.of("commandId", "teamId", "trust", "measureId", "projectId", "caseId");

    /** A definition that was published is never overwritten. */
    private static final Set<String> OF_DEFINITIONS = Set.of("name", "version", "definition");

    private LedgerRules() {}

    /**
     * A correction as it was sent.
     *
     * @param amendment whether it amends; else it marks in error
     */
    public record Correcting<E extends Event>(
            UUID streamId,
            CommandId commandId,
            AnyId target,
            boolean amendment,
            @Nullable CorrectionCause because,
            String reason,
            @Nullable JsonText replacement,
            @Nullable Person confirmedBy,
            Person recordedBy,
            ReplacementReading<E> reading) {}

    /**
     * What speaks against a command before its content is looked at: that the caller may not
     * correct the target, then the version that was asked for.
     */
    public static <E extends Event> Optional<Refusal> beforehand(
            Ledger<E> ledger, Posting posting, @Nullable Correcting<E> correction) {
        Ledger.Line<E> target =
                correction == null ? null : ledger.byId().get(correction.target().value());
        if (target != null && !mayCorrect(ledger, posting, target)) {
            return Optional.of(new Refusal.RoleNotEnough("/target"));
        }
        Long asked = posting.ifMatch();
        return asked != null && asked != ledger.version()
                ? Optional.of(new Refusal.VersionStale(asked, ledger.version()))
                : Optional.empty();
    }

    /**
     * What an administrator recorded only an administrator corrects: registrations, allocations and
     * studies always, all else where it bears no worker's name but an account of somebody else.
     */
    private static <E extends Event> boolean mayCorrect(
            Ledger<E> ledger, Posting posting, Ledger.Line<E> target) {
        Person by = target.recordedBy();
        boolean own =
                by.equals(new Person(Party.OTHER, posting.postedBy()))
                        || (posting.worker() != null
                                && by.equals(new Person(Party.STAFF, posting.worker().toString())));
        boolean administrators = isAdministrators(ledger.root(target).event());
        boolean staffs = !administrators && (own || by.party() != Party.OTHER);
        return switch (posting.right()) {
            case ADMIN -> true;
            case TEAM_LEADER, CLINICAL_SYSTEM -> staffs;
            case WORKER -> staffs && own;
            case SERVICE_USER -> false;
        };
    }

    private static boolean isAdministrators(Event event) {
        return switch (event) {
            case TeamRegistered _ -> true;
            case TeamAllocated _ -> true;
            case TeamEvent _ -> false;
            case StudyEvent _ -> true;
            case CaseEvent _ -> false;
        };
    }

    /** What speaks against any command: an id in use, and what was found at the door. */
    public static <E extends Event> List<Refusal> common(
            Ledger<E> ledger, Posting posting, CommandId commandId) {
        List<Refusal> refusals = new ArrayList<>();
        if (ledger.byId().containsKey(commandId.value())) {
            refusals.add(new Refusal.IdTaken("/commandId", commandId.value()));
        }
        refusals.addAll(posting.atTheDoor());
        return refusals;
    }

    /** Those who are not named in an event. */
    public static <E extends Event> List<Refusal> unnamed(Class<E> family, E event) {
        Naming naming = new Naming();
        Mapping.of(family, event, "", naming);
        return naming.refusals();
    }

    /** What speaks against correcting the target at all. */
    public static <E extends Event> List<Refusal> target(Ledger<E> ledger, Correcting<E> sent) {
        Ledger.Line<E> target = ledger.byId().get(sent.target().value());
        if (target == null) {
            return List.of(new Refusal.ReferenceUnknown("/target", sent.target().value()));
        }
        if (sent.amendment() && !ledger.root(target).equals(target)) {
            return List.of(new Refusal.ReferenceWrongKind("/target", target.id()));
        }
        return sent.amendment() && ledger.isInError(target.id())
                ? List.of(new Refusal.EntryInError("/target", target.id()))
                : List.of();
    }

    /** Reads a replacement and sees to it that it is of the same thing. */
    public static <E extends Event> Decision amending(
            Ledger<E> ledger,
            Correcting<E> sent,
            Class<E> family,
            List<Refusal> refusals,
            Function<E, E> asEvent) {
        Ledger.Line<E> target = ledger.byId().get(sent.target().value());
        JsonText replacement = sent.replacement();
        if (target == null || replacement == null) {
            throw new IllegalStateException("an amendment without a target or a replacement");
        }
        E before = ledger.reading(target);
        ReplacementReading.As as =
                new ReplacementReading.As(sent.streamId(), target.id(), target.recordedBy());
        String type = EventShape.of(target.event()).name().name();
        return switch (sent.reading().read(replacement, type, as)) {
            case ReplacementReading.NotRead<E>(List<Refusal> faults) ->
                    new Decision.Refused(
                            faults.stream()
                                    .map(fault -> Pointers.within("/replacement", fault))
                                    .toList());
            case ReplacementReading.WasRead<E>(E read) -> {
                List<Refusal> all = new ArrayList<>(refusals);
                E amended = asEvent.apply(StayingAnswers.filled(family, read, before, all));
                all.addAll(changed(target.event(), read));
                all.addAll(unnamed(family, amended));
                yield Decision.unless(all, List.of(new Decided(amended, null, sent.recordedBy())));
            }
        };
    }

    private static List<Refusal> changed(Event was, Event now) {
        EventShape before = EventShape.of(was);
        if (was.getClass() != now.getClass()) {
            return List.of(new Refusal.ReplacementNotTheSame(fixedMember(before)));
        }
        List<Refusal> refusals = new ArrayList<>();
        for (Member member : before.members().members()) {
            boolean fixed =
                    FIXED.contains(member.name())
                            || (was instanceof StudyEvent && member.name().equals("studyId"))
                            || (was instanceof DefinitionPublished
                                    && OF_DEFINITIONS.contains(member.name()));
            if (fixed && !Objects.equals(member.of(was), member.of(now))) {
                refusals.add(new Refusal.ReplacementNotTheSame("/replacement/" + member.name()));
            }
        }
        return refusals;
    }

    /** Where two siblings differ: {@code change} of JOINED and LEFT. */
    private static String fixedMember(EventShape shape) {
        return shape.constants().isEmpty()
                ? "/replacement"
                : "/replacement/" + shape.constants().getFirst().name();
    }
}
