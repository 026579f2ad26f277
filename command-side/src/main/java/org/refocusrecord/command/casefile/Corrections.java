package org.refocusrecord.command.casefile;

import org.jspecify.annotations.Nullable;
import org.refocusrecord.command.Decided;
import org.refocusrecord.command.Decision;
import org.refocusrecord.command.Posting;
import org.refocusrecord.command.Refusal;
import org.refocusrecord.command.ReplacementReading;
import org.refocusrecord.command.ReplacementReading.NotRead;
import org.refocusrecord.command.ReplacementReading.WasRead;
import org.refocusrecord.command.Resolution;
import org.refocusrecord.command.casefile.CaseCommand.Correct;
import org.refocusrecord.command.casefile.CaseCommand.Correcting;
import org.refocusrecord.events.Person;
import org.refocusrecord.events.casefile.CaseEvent;
import org.refocusrecord.events.correction.CorrectionEvent;
import org.refocusrecord.events.correction.EntryAmended;
import org.refocusrecord.events.correction.EntryMarkedInError;
import org.refocusrecord.events.session.SessionHeld;
import org.refocusrecord.events.shape.EventShape;
import org.refocusrecord.events.shape.Mapping;

import java.util.ArrayList;
import java.util.List;

/**
 * Decides corrections: what may be mended, and that nothing is left without what it rests on. Who
 * may correct at all was asked before.
 */
final class Corrections {

    private final CaseState state;
    private final Posting posting;
    private final Correcting sent;
    private final Fact target;
    private final Resolution resolution;
    private final List<Refusal> refusals = new ArrayList<>();

    private Corrections(CaseState state, Correct command, Fact target) {
        this.state = state;
        this.posting = command.posting();
        this.sent = command.body();
        this.target = target;
        this.resolution = Speakers.of(state, command);
    }

    static Decision decide(CaseState state, Correct command) {
        List<Refusal> refusals = new ArrayList<>();
        Correcting sent = command.body();
        boolean taken = state.isTaken(sent.commandId().value());
        if (taken) {
            refusals.add(new Refusal.IdTaken("/commandId", sent.commandId().value()));
        }
        refusals.addAll(command.posting().atTheDoor());
        Fact target = state.byId().get(sent.target().value());
        if (target == null) {
            refusals.add(new Refusal.ReferenceUnknown("/target", sent.target().value()));
        }
        // How things would stand with two corrections of one id nobody can say: they might even be
        // about each other, and so on without an end.
        if (target == null || taken) {
            return Decision.unless(refusals, List.of());
        }
        Corrections corrections = new Corrections(state, command, target);
        corrections.refusals.addAll(refusals);
        return corrections.decide();
    }

    /** Words that were erased stay erased; a correction is taken back, not amended. */
    private Decision decide() {
        String type = target.first().type();
        ReplacementReading<CaseEvent> replacement = sent.replacement();
        boolean correction = state.mended().byId().containsKey(target.id());
        if (type.equals("words.erased") || (replacement != null && correction)) {
            refusals.add(new Refusal.ReferenceWrongKind("/target", target.id()));
            return Decision.unless(refusals, List.of());
        }
        return replacement == null ? mark() : amend(replacement);
    }

    private Decision mark() {
        EntryMarkedInError event =
                new EntryMarkedInError(
                        sent.commandId(),
                        sent.caseId(),
                        sent.target(),
                        sent.because(),
                        resolution.words("/reason", sent.reason()),
                        confirmedBy(),
                        resolution.person("/recordedBy", sent.recordedBy()));
        refusals.addAll(resolution.newRefusals());
        CaseState after = after(event);
        refusals.addAll(OwnWords.ofMarking(state, after, posting, target, event));
        refusals.addAll(Consequences.ofMarking(state, after));
        return decided(event);
    }

    private Decision amend(ReplacementReading<CaseEvent> replacement) {
        Standing.Live live = state.standing().live().get(target.id());
        if (live == null) {
            refusals.add(new Refusal.EntryInError("/target", target.id()));
            return Decision.unless(refusals, List.of());
        }
        boolean byThePerson = target.ownDoor() && posting.right() == Posting.Right.SERVICE_USER;
        Amending amending = new Amending(state, posting, live, byThePerson);
        return switch (amending.read(replacement)) {
            case NotRead<CaseEvent>(List<Refusal> faults) -> new Decision.Refused(faults);
            case WasRead<CaseEvent>(CaseEvent read) -> amend(amending, read);
        };
    }

    private Decision amend(Amending amending, CaseEvent read) {
        if (!Sameness.isOfOneKind(target, read)) {
            refusals.add(Sameness.otherKind(read));
            return Decision.unless(refusals, List.of());
        }
        Standing.Live live = amending.live();
        List<Refusal> unresolved = new ArrayList<>();
        CaseEvent replacement = amending.filled(resolved(read, unresolved));
        Staying.Stayed stayed = Staying.filled(correction(replacement), live.reads());
        List<Refusal> against = new ArrayList<>(amending.refusals(replacement));
        against.addAll(unresolved);
        refusals.addAll(Entries.oneEach(against));
        refusals.addAll(resolution.newRefusals());
        refusals.addAll(Sameness.refusals(state, sent.caseId().value(), target, replacement));
        refusals.addAll(stayed.refusals());
        refusals.addAll(OwnWords.ofAmending(state, posting, live, stayed));
        if (stayed.refusals().isEmpty()) {
            refusals.addAll(Consequences.ofAmending(state, after(stayed.event()), target));
        }
        return decided(stayed.event());
    }

    /** Everybody named: in an amended session by those who are now said to have taken part. */
    private CaseEvent resolved(CaseEvent read, List<Refusal> unresolved) {
        Resolution within = resolution;
        if (read instanceof SessionHeld held) {
            within =
                    Speakers.of(
                            state.person(),
                            Speakers.people(state, held),
                            resolution.recorder(),
                            posting);
        }
        if (read instanceof CorrectionEvent said) {
            CaseFacts.speaker(said)
                    .ifPresent(who -> resolution.spokenBy("/replacement/words", who));
        }
        CaseEvent replacement = Mapping.of(CaseEvent.class, read, "/replacement", within);
        unresolved.addAll(within.newRefusals());
        return replacement;
    }

    private EntryAmended correction(CaseEvent replacement) {
        EventShape shape = EventShape.of(replacement);
        return new EntryAmended(
                sent.commandId(),
                sent.caseId(),
                sent.target(),
                sent.because(),
                resolution.words("/reason", sent.reason()),
                shape.name().name(),
                shape.name().revision(),
                replacement,
                confirmedBy(),
                resolution.person("/recordedBy", sent.recordedBy()));
    }

    private @Nullable Person confirmedBy() {
        Person confirmed = sent.confirmedBy();
        return confirmed == null ? null : resolution.person("/confirmedBy", confirmed);
    }

    private Decision decided(CaseEvent event) {
        return Decision.unless(
                refusals.stream().distinct().toList(),
                List.of(new Decided(event, null, resolution.recorder())));
    }

    /** How things would stand. */
    private CaseState after(CaseEvent correction) {
        return CaseRecord.evolve(
                state,
                new Recorded(
                        correction,
                        Sessions.NOT_YET_RECORDED,
                        state.version(),
                        null,
                        sent.commandId(),
                        posting.postedBy(),
                        resolution.recorder(),
                        posting.zone()));
    }
}
