package org.refocusrecord.command;

import org.jspecify.annotations.Nullable;
import org.refocusrecord.command.Posting.Right;
import org.refocusrecord.events.AnyId;
import org.refocusrecord.events.CommandId;
import org.refocusrecord.events.CorrectionCause;
import org.refocusrecord.events.Event;
import org.refocusrecord.events.JsonText;
import org.refocusrecord.events.Party;
import org.refocusrecord.events.Person;
import org.refocusrecord.events.shape.EventShape;
import org.refocusrecord.events.shape.Mapping;
import org.refocusrecord.events.shape.Member;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.function.Function;

/**
 * The rules that the streams of teams and studies have in common: everybody named, ids new,
 * corrections by those who may.
 */
public final class LedgerRules {

    private static final Set<String> FIXED =
            Set.of("commandId", "teamId", "studyId", "trust", "measureId", "projectId", "caseId");

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
     * What speaks against any command: the version that was asked for, an id in use, somebody
     * without a name.
     */
    public static <E extends Event> List<Refusal> common(
            Ledger<E> ledger, Posting posting, CommandId commandId) {
        Long asked = posting.ifMatch();
        if (asked != null && asked != ledger.version()) {
            return List.of(new Refusal.VersionStale(asked, ledger.version()));
        }
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

    /** What speaks against correcting a line at all. */
    public static <E extends Event> List<Refusal> target(
            Ledger<E> ledger, Posting posting, Correcting<E> sent) {
        Ledger.Line<E> target = ledger.byId().get(sent.target().value());
        if (target == null) {
            return List.of(new Refusal.ReferenceUnknown("/target", sent.target().value()));
        }
        if (!mayCorrect(posting, target.recordedBy())) {
            return List.of(new Refusal.RoleNotEnough("/target"));
        }
        String type = EventShape.of(target.event()).name().name();
        if (sent.amendment() && type.startsWith("entry.")) {
            return List.of(new Refusal.ReferenceWrongKind("/target", target.id()));
        }
        return sent.amendment() && ledger.isInError(target.id())
                ? List.of(new Refusal.EntryInError("/target", target.id()))
                : List.of();
    }

    /** Without a worker's name it was recorded by an administrator's account. */
    private static boolean mayCorrect(Posting posting, Person recordedBy) {
        return posting.right() == Right.ADMIN || recordedBy.party() != Party.OTHER;
    }

    /** Reads a replacement and sees to it that it is of the same thing. */
    public static <E extends Event> Decision amending(
            Ledger<E> ledger, Correcting<E> sent, Class<E> family, Function<E, E> asEvent) {
        Ledger.Line<E> target = ledger.byId().get(sent.target().value());
        JsonText replacement = sent.replacement();
        if (target == null || replacement == null) {
            throw new IllegalStateException("an amendment without a target or a replacement");
        }
        String type = EventShape.of(target.event()).name().name();
        return switch (sent.reading()
                .read(
                        replacement,
                        type,
                        new ReplacementReading.As(
                                sent.streamId(), target.id(), target.recordedBy()))) {
            case ReplacementReading.NotRead<E>(List<Refusal> faults) ->
                    Decision.unless(
                            faults.stream().map(r -> Pointers.within("/replacement", r)).toList(),
                            List.of());
            case ReplacementReading.WasRead<E>(E event) -> {
                E amended = asEvent.apply(event);
                List<Refusal> refusals = new ArrayList<>(changed(target.event(), event));
                refusals.addAll(unnamed(family, amended));
                yield Decision.unless(
                        refusals, List.of(new Decided(amended, null, sent.recordedBy())));
            }
        };
    }

    private static List<Refusal> changed(Event was, Event now) {
        if (was.getClass() != now.getClass()) {
            return List.of(new Refusal.ReplacementNotTheSame("/replacement"));
        }
        Map<String, Object> fixed = new HashMap<>();
        for (Member member : EventShape.of(was).members().members()) {
            if (FIXED.contains(member.name())) {
                fixed.put(member.name(), String.valueOf(member.of(was)));
            }
        }
        List<Refusal> refusals = new ArrayList<>();
        for (Member member : EventShape.of(now).members().members()) {
            Object before = fixed.get(member.name());
            if (before != null && !before.equals(String.valueOf(member.of(now)))) {
                refusals.add(new Refusal.ReplacementNotTheSame("/replacement/" + member.name()));
            }
        }
        return refusals;
    }
}
