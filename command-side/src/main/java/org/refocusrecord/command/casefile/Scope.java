package org.refocusrecord.command.casefile;

import org.refocusrecord.command.Refusal;
import org.refocusrecord.command.casefile.CaseCommand.Correct;
import org.refocusrecord.command.casefile.CaseCommand.RecordSession;
import org.refocusrecord.command.casefile.CaseCommand.StateFact;
import org.refocusrecord.command.casefile.CaseCommand.WriteOwnEntries;
import org.refocusrecord.events.CommandId;
import org.refocusrecord.events.Person;
import org.refocusrecord.events.casefile.CaseEvent;
import org.refocusrecord.events.correction.CorrectionEvent;
import org.refocusrecord.events.correction.DisagreementRepliedTo;
import org.refocusrecord.events.correction.WordsErased;

import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * What a command's path names must be there, and its caller must have the right: asked before all
 * rules.
 *
 * <p>Of a case that was opened in error nothing more is recorded, but what is there can still be
 * corrected, contradicted and forgotten: else such a mark could never be taken back.
 */
final class Scope {

    private Scope() {}

    /** What is not there, or else all that the caller may not. */
    static List<Refusal> refusals(CaseState state, CaseCommand command) {
        if (state.opened() == null ? !command.begins() : !state.isThere() && adds(command)) {
            return List.of(new Refusal.NotThere("", "case.unknown"));
        }
        return switch (command) {
            case RecordSession _ -> recorder(state, command).stream().toList();
            case WriteOwnEntries _ -> List.of();
            case StateFact fact ->
                    named(state, fact.fact())
                            .map(List::of)
                            .orElseGet(() ->
                                    Stream.of(samePerson(state, fact), recorder(state, fact))
                                            .flatMap(Optional::stream)
                                            .toList());
            case Correct correction ->
                    Stream.of(right(state, correction), recorder(state, correction))
                            .flatMap(Optional::stream)
                            .toList();
        };
    }

    /** A short form counts as whoever it is short for. */
    private static Optional<Refusal> recorder(CaseState state, CaseCommand command) {
        if (command.begins()) {
            return Optional.empty();
        }
        Person recorder = Speakers.of(state, command).recorder();
        return !recorder.isNamed() || command.posting().mayRecordAs(recorder)
                ? Optional.empty()
                : Optional.of(new Refusal.RecordedByNotYou("/recordedBy"));
    }

    private static boolean adds(CaseCommand command) {
        return switch (command) {
            case RecordSession _ -> true;
            case WriteOwnEntries _ -> true;
            case StateFact fact -> !(fact.fact() instanceof CorrectionEvent || command.begins());
            case Correct _ -> false;
        };
    }

    private static Optional<Refusal> named(CaseState state, CaseEvent fact) {
        if (fact instanceof DisagreementRepliedTo reply) {
            return isOf(state, reply.disagreementId(), "entry.disagreed-with")
                    ? Optional.empty()
                    : Optional.of(new Refusal.NotThere("", "disagreement.unknown"));
        }
        if (fact instanceof WordsErased erasure) {
            return isOf(state, erasure.erasureId(), "words.erasure-asked")
                            && !state.mended().isInError(erasure.erasureId().value())
                    ? Optional.empty()
                    : Optional.of(new Refusal.NotThere("", "erasure.unknown"));
        }
        return Optional.empty();
    }

    /** Whoever asked for an erasure does not approve it. */
    private static Optional<Refusal> samePerson(CaseState state, StateFact command) {
        return command.fact() instanceof WordsErased erasure
                        && Erasures.isAskedBy(
                                state,
                                erasure.erasureId().value(),
                                command.posting(),
                                Speakers.of(state, command).recorder())
                ? Optional.of(new Refusal.ApprovalSamePerson(""))
                : Optional.empty();
    }

    private static boolean isOf(CaseState state, CommandId id, String type) {
        Fact fact = state.byId().get(id.value());
        return fact != null && fact.first().type().equals(type);
    }

    private static Optional<Refusal> right(CaseState state, Correct correction) {
        Fact target = state.byId().get(correction.body().target().value());
        return target == null || Rights.mayCorrect(state, correction.posting(), target)
                ? Optional.empty()
                : Optional.of(new Refusal.RoleNotEnough("/target"));
    }
}
