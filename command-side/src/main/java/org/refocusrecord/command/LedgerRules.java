package org.refocusrecord.command;

import org.jspecify.annotations.Nullable;
import org.refocusrecord.events.AnyId;
import org.refocusrecord.events.CommandId;
import org.refocusrecord.events.CorrectionCause;
import org.refocusrecord.events.Event;
import org.refocusrecord.events.Person;
import org.refocusrecord.events.shape.Mapping;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.UUID;

/**
 * The rules that the streams of teams and studies have in common: everybody named, ids new,
 * corrections by those who may.
 */
public final class LedgerRules {

    private LedgerRules() {}

    /**
     * A correction as it was sent.
     *
     * @param replacement how it should read; null: it is marked in error
     */
    public record Correcting<E extends Event>(
            UUID streamId,
            CommandId commandId,
            AnyId target,
            @Nullable CorrectionCause because,
            String reason,
            @Nullable ReplacementReading<E> replacement,
            @Nullable Person confirmedBy,
            Person recordedBy) {}

    /** Decides a fact. */
    public static <E extends Event> Decision fact(
            LedgerKind<E> kind, Ledger<E> ledger, CommandId commandId, Posting posting, E fact) {
        if (!kind.registers(fact) && !isThere(kind, ledger)) {
            return Decision.refused(new Refusal.NotThere("", kind.unknown()));
        }
        Optional<Refusal> stale = stale(ledger, posting);
        if (stale.isPresent()) {
            return Decision.refused(stale.get());
        }
        List<Refusal> refusals = new ArrayList<>(common(ledger, posting, commandId));
        refusals.addAll(kind.taken(ledger, fact));
        refusals.addAll(unnamed(kind.family(), fact));
        return Decision.unless(
                refusals,
                List.of(
                        new Decided(
                                fact, kind.place(fact, posting.zone()), kind.recordedBy(fact))));
    }

    /** Decides a correction: whether the caller may, then the version, then all else. */
    public static <E extends Event> Decision correction(
            LedgerKind<E> kind, Ledger<E> ledger, Posting posting, Correcting<E> sent) {
        if (!isThere(kind, ledger)) {
            return Decision.refused(new Refusal.NotThere("", kind.unknown()));
        }
        if (!LedgerRights.mayCorrect(ledger, posting, sent.target().value())) {
            return Decision.refused(new Refusal.RoleNotEnough("/target"));
        }
        return stale(ledger, posting)
                .map(Decision::refused)
                .orElseGet(() ->
                        new LedgerCorrections<>(kind, ledger, posting, sent)
                                .decide(common(ledger, posting, sent.commandId())));
    }

    private static <E extends Event> boolean isThere(LedgerKind<E> kind, Ledger<E> ledger) {
        return ledger.inOrder().stream().anyMatch(line -> kind.registers(line.event()));
    }

    private static Optional<Refusal> stale(Ledger<?> ledger, Posting posting) {
        Long asked = posting.ifMatch();
        return asked != null && asked != ledger.version()
                ? Optional.of(new Refusal.VersionStale(asked, ledger.version()))
                : Optional.empty();
    }

    /** What speaks against any command: an id in use, and what was found at the door. */
    private static List<Refusal> common(Ledger<?> ledger, Posting posting, CommandId commandId) {
        List<Refusal> refusals = new ArrayList<>();
        if (ledger.byId().containsKey(commandId.value())) {
            refusals.add(new Refusal.IdTaken("/commandId", commandId.value()));
        }
        refusals.addAll(posting.atTheDoor());
        return refusals;
    }

    /** Those who are not named in an event. */
    static <E extends Event> List<Refusal> unnamed(Class<E> family, E event) {
        Naming naming = new Naming();
        Mapping.of(family, event, "", naming);
        return naming.refusals();
    }
}
