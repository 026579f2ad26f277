package org.refocusrecord.command.casefile;

import org.refocusrecord.command.Decided;
import org.refocusrecord.command.Decision;
import org.refocusrecord.command.Pointers;
import org.refocusrecord.command.Posting;
import org.refocusrecord.command.Refusal;
import org.refocusrecord.command.ReplacementReading;
import org.refocusrecord.command.Resolution;
import org.refocusrecord.command.casefile.CaseCommand.Correct;
import org.refocusrecord.command.casefile.CaseCommand.Correcting;
import org.refocusrecord.command.casefile.Reads.Same;
import org.refocusrecord.events.EventId;
import org.refocusrecord.events.Person;
import org.refocusrecord.events.casefile.CaseEvent;
import org.refocusrecord.events.correction.EntryAmended;
import org.refocusrecord.events.correction.EntryMarkedInError;
import org.refocusrecord.events.session.SessionHeld;
import org.refocusrecord.events.shape.EventShape;
import org.refocusrecord.events.shape.Mapping;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;

/**
 * Decides corrections: what may be mended by whom, and that nothing is left without what it rests
 * on.
 */
final class Corrections {

    private static final EventId NOT_YET_RECORDED = new EventId(new UUID(0, 0));

    private final CaseState state;
    private final Posting posting;
    private final Correcting sent;
    private final Fact target;
    private final List<Refusal> refusals = new ArrayList<>();

    private Corrections(CaseState state, Correct command, Fact target) {
        this.state = state;
        this.posting = command.posting();
        this.sent = command.body();
        this.target = target;
    }

    static Decision decide(CaseState state, Correct command) {
        Correcting sent = command.body();
        Fact target = state.byId().get(sent.target().value());
        if (target == null) {
            return Decision.refused(new Refusal.ReferenceUnknown("/target", sent.target().value()));
        }
        if (!Rights.mayCorrect(state, command.posting(), target)) {
            return Decision.refused(new Refusal.RoleNotEnough("/target"));
        }
        return new Corrections(state, command, target).decide();
    }

    private Decision decide() {
        if (state.isTaken(sent.commandId().value())) {
            refusals.add(new Refusal.IdTaken("/commandId", sent.commandId().value()));
        }
        String type = target.first().type();
        boolean correctsCorrection =
                type.equals("entry.amended") || type.equals("entry.marked-in-error");
        if (type.equals("words.erased") || (sent.amendment() && correctsCorrection)) {
            refusals.add(new Refusal.ReferenceWrongKind("/target", target.id()));
            return Decision.unless(refusals, List.of());
        }
        return sent.amendment() ? amend() : mark();
    }

    private Decision mark() {
        Resolution resolution = resolution(List.of());
        EntryMarkedInError sentForm =
                new EntryMarkedInError(
                        sent.commandId(),
                        sent.caseId(),
                        sent.target(),
                        sent.because(),
                        sent.reason(),
                        sent.confirmedBy(),
                        sent.recordedBy());
        EntryMarkedInError event = Mapping.of(EntryMarkedInError.class, sentForm, "", resolution);
        refusals.addAll(resolution.refusals().stream().distinct().toList());
        refusals.addAll(Rights.ofMarking(state, posting, target, event));
        if (refusals.isEmpty()) {
            consequences(event, resolution);
        }
        return Decision.unless(refusals, List.of(new Decided(event, null, resolution.recorder())));
    }

    private Decision amend() {
        Standing.Live live = state.standing().live().get(target.id());
        if (live == null) {
            return Decision.refused(new Refusal.EntryInError("/target", target.id()));
        }
        ReplacementReading.Outcome<CaseEvent> outcome =
                sent.replacement() == null
                        ? new ReplacementReading.NotRead<>(List.of())
                        : sent.reading()
                                .read(
                                        sent.replacement(),
                                        target.first().type(),
                                        new ReplacementReading.As(
                                                sent.caseId().value(),
                                                target.id(),
                                                target.recordedBy()));
        return switch (outcome) {
            case ReplacementReading.NotRead<CaseEvent>(List<Refusal> faults) ->
                    Decision.unless(
                            faults.stream()
                                    .map(fault -> Pointers.within("/replacement", fault))
                                    .toList(),
                            List.of());
            case ReplacementReading.WasRead<CaseEvent>(CaseEvent replacement) ->
                    amend(live, replacement);
        };
    }

    private Decision amend(Standing.Live live, CaseEvent replacement) {
        Resolution resolution = resolution(participants(replacement));
        EntryAmended sentForm =
                new EntryAmended(
                        sent.commandId(),
                        sent.caseId(),
                        sent.target(),
                        sent.because(),
                        sent.reason(),
                        EventShape.of(replacement).name().name(),
                        EventShape.of(replacement).name().revision(),
                        replacement,
                        sent.confirmedBy(),
                        sent.recordedBy());
        EntryAmended named = Mapping.of(EntryAmended.class, sentForm, "", resolution);
        refusals.addAll(resolution.refusals().stream().distinct().toList());
        EntryAmended resolved = Staying.resolved(named, live.reads(), refusals);
        refusals.addAll(same(resolved.replacement()));
        if (!refusals.isEmpty()) {
            return Decision.unless(refusals, List.of());
        }
        EntryAmended event = Amending.filled(state, posting, target, resolved);
        refusals.addAll(Amending.refusals(state, posting, live, event.replacement()));
        refusals.addAll(Rights.ofAmending(state, posting, live, event));
        if (refusals.isEmpty()) {
            consequences(event, resolution);
        }
        return Decision.unless(refusals, List.of(new Decided(event, null, resolution.recorder())));
    }

    /** A correction is read against the people of the session that it corrects. */
    private List<Person> participants(CaseEvent replacement) {
        if (replacement instanceof SessionHeld held) {
            return Reading.people(held);
        }
        Standing.Live header = state.standing().live().get(target.session());
        return header == null ? List.of() : header.reads().participants();
    }

    private Resolution resolution(List<Person> participants) {
        return new Resolution(
                state.person(),
                participants,
                sent.recordedBy(),
                posting.right() == Posting.Right.SERVICE_USER);
    }

    private List<Refusal> same(CaseEvent replacement) {
        Map<String, String> now = new HashMap<>();
        Reading.same(replacement).forEach(same -> now.put(same.pointer(), same.value()));
        List<Refusal> changed = new ArrayList<>();
        for (Same was : target.first().same()) {
            if (!was.value().equals(now.get(was.pointer()))) {
                changed.add(new Refusal.ReplacementNotTheSame("/replacement" + was.pointer()));
            }
        }
        return changed;
    }

    /** After any correction each live entry's items must live and stand no later than itself. */
    private void consequences(CaseEvent correction, Resolution resolution) {
        CaseState after =
                CaseRecord.evolve(
                        state,
                        new Recorded(
                                correction,
                                NOT_YET_RECORDED,
                                state.version(),
                                null,
                                sent.commandId(),
                                resolution.recorder(),
                                posting.zone()));
        refusals.addAll(Consequences.of(state, after, target));
    }
}
