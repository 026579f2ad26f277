package org.refocusrecord.command.casefile;

import org.refocusrecord.command.Decided;
import org.refocusrecord.command.Decision;
import org.refocusrecord.command.Refusal;
import org.refocusrecord.command.Resolution;
import org.refocusrecord.command.casefile.CaseCommand.StateFact;
import org.refocusrecord.events.AnyId;
import org.refocusrecord.events.Person;
import org.refocusrecord.events.casefile.CaseEvent;
import org.refocusrecord.events.casefile.CaseOpened;
import org.refocusrecord.events.correction.CorrectionEvent;
import org.refocusrecord.events.correction.DisagreementRepliedTo;
import org.refocusrecord.events.correction.EntryAmended;
import org.refocusrecord.events.correction.EntryDisagreedWith;
import org.refocusrecord.events.correction.EntryMarkedInError;
import org.refocusrecord.events.correction.WordsErased;
import org.refocusrecord.events.correction.WordsErasureAsked;
import org.refocusrecord.events.shape.Mapping;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * Decides facts about the case, disagreements and replies: each is one event, and almost none can
 * be refused.
 */
final class CaseFacts {

    private CaseFacts() {}

    static Decision decide(CaseState state, StateFact command) {
        CaseEvent sent = command.fact();
        Resolution resolution = resolution(state, command);
        CaseEvent event = Mapping.of(CaseEvent.class, sent, "", resolution);
        List<Refusal> refusals = new ArrayList<>(taken(state, command));
        refusals.addAll(named(state, event));
        refusals.addAll(command.posting().atTheDoor());
        refusals.addAll(resolution.newRefusals());
        return Decision.unless(
                refusals,
                List.of(
                        new Decided(
                                event,
                                Places.of(event, command.posting().zone()),
                                resolution.recorder(),
                                Erasures.forgetting(state, event))));
    }

    private static Resolution resolution(CaseState state, StateFact command) {
        Resolution resolution = Speakers.of(state, command);
        if (command.fact() instanceof CorrectionEvent said) {
            speaker(said).ifPresent(who -> resolution.spokenBy("/words", who));
        }
        return resolution;
    }

    /** Whose words a disagreement or a reply is in, where nothing else is said. */
    static Optional<Person> speaker(CorrectionEvent said) {
        return switch (said) {
            case EntryDisagreedWith e -> Optional.of(e.party());
            case DisagreementRepliedTo e -> Optional.of(e.party());
            case WordsErasureAsked _ -> Optional.empty();
            case WordsErased _ -> Optional.empty();
            case EntryAmended _ -> Optional.empty();
            case EntryMarkedInError _ -> Optional.empty();
        };
    }

    private static List<Refusal> taken(CaseState state, StateFact command) {
        List<Refusal> refusals = new ArrayList<>();
        if (state.isTaken(command.commandId().value())) {
            refusals.add(new Refusal.IdTaken("/commandId", command.commandId().value()));
        }
        if (command.fact() instanceof CaseOpened opened && state.opened() != null) {
            refusals.add(new Refusal.IdTaken("/caseId", opened.caseId().value()));
        }
        return refusals;
    }

    private static List<Refusal> named(CaseState state, CaseEvent event) {
        if (!(event instanceof CorrectionEvent said)) {
            return List.of();
        }
        return switch (said) {
            case EntryDisagreedWith e -> recorded(state, "/target", e.target());
            case WordsErasureAsked e -> erasure(state, e);
            case DisagreementRepliedTo _ -> List.of();
            case WordsErased e -> Erasures.againstApproving(state, e);
            case EntryAmended _ -> List.of();
            case EntryMarkedInError _ -> List.of();
        };
    }

    /**
     * An entry whose words go must be named, and be there. Of a whole case none is named: whoever
     * means one entry shall not lose all.
     */
    static List<Refusal> erasure(CaseState state, WordsErasureAsked asked) {
        AnyId target = asked.target();
        return switch (asked.scope()) {
            case ENTRY ->
                    target == null
                            ? notReadable("field.missing", "Say which entry's words.")
                            : recorded(state, "/target", target);
            case CASE ->
                    target == null
                            ? List.of()
                            : notReadable(
                                    "value.not-allowed",
                                    "Of a whole case no entry is named. Leave it out, or say the"
                                            + " scope ENTRY.");
        };
    }

    private static List<Refusal> notReadable(String code, String why) {
        return List.of(new Refusal.NotReadable("/target", code, why));
    }

    /** Whatever was recorded can be contradicted, in error or not. */
    static List<Refusal> recorded(CaseState state, String pointer, AnyId target) {
        return state.byId().containsKey(target.value())
                ? List.of()
                : List.of(new Refusal.ReferenceUnknown(pointer, target.value()));
    }
}
