package org.refocusrecord.command.casefile;

import org.refocusrecord.command.Decided;
import org.refocusrecord.command.Decision;
import org.refocusrecord.command.Posting;
import org.refocusrecord.command.Refusal;
import org.refocusrecord.command.Resolution;
import org.refocusrecord.command.casefile.CaseCommand.StateFact;
import org.refocusrecord.events.AnyId;
import org.refocusrecord.events.CommandId;
import org.refocusrecord.events.Party;
import org.refocusrecord.events.Person;
import org.refocusrecord.events.casefile.CaseEvent;
import org.refocusrecord.events.casefile.CaseFileEvent;
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

/**
 * Decides facts about the case, disagreements and replies: each is one event, and almost none can
 * be refused.
 */
final class CaseFacts {

    private CaseFacts() {}

    static Decision decide(CaseState state, StateFact command) {
        CaseEvent sent = command.fact();
        List<Refusal> refusals = new ArrayList<>();
        Person person = personOf(state, sent);
        Resolution resolution =
                new Resolution(
                        person,
                        List.of(),
                        recordedBy(sent),
                        command.posting().right() == Posting.Right.SERVICE_USER);
        CaseEvent event = Mapping.of(CaseEvent.class, sent, "", resolution);
        refusals.addAll(taken(state, command, sent));
        refusals.addAll(named(state, event));
        refusals.addAll(command.posting().atTheDoor());
        refusals.addAll(resolution.refusals().stream().distinct().toList());
        return Decision.unless(
                refusals,
                List.of(
                        new Decided(
                                event,
                                Places.of(event, command.posting().zone()),
                                resolution.recorder())));
    }

    private static Person personOf(CaseState state, CaseEvent sent) {
        return sent instanceof CaseOpened opened
                ? new Person(Party.SERVICE_USER, opened.serviceUserId().toString())
                : state.person();
    }

    private static Person recordedBy(CaseEvent sent) {
        if (sent instanceof CaseFileEvent fact) {
            return fact.recordedBy();
        }
        if (sent instanceof CorrectionEvent said) {
            return said.recordedBy();
        }
        throw new IllegalArgumentException("entries come with a session");
    }

    private static List<Refusal> taken(CaseState state, StateFact command, CaseEvent sent) {
        List<Refusal> refusals = new ArrayList<>();
        if (state.isTaken(command.commandId().value())) {
            refusals.add(new Refusal.IdTaken("/commandId", command.commandId().value()));
        }
        if (sent instanceof CaseOpened opened && state.opened() != null) {
            refusals.add(new Refusal.IdTaken("/caseId", opened.caseId().value()));
        }
        return refusals;
    }

    private static List<Refusal> named(CaseState state, CaseEvent event) {
        if (!(event instanceof CorrectionEvent said)) {
            return List.of();
        }
        return switch (said) {
            case EntryDisagreedWith e -> there(state, e.target());
            case DisagreementRepliedTo e -> disagreement(state, e.disagreementId());
            case WordsErasureAsked e -> e.target() == null ? List.of() : there(state, e.target());
            case WordsErased _ -> List.of();
            case EntryAmended _ -> List.of();
            case EntryMarkedInError _ -> List.of();
        };
    }

    private static List<Refusal> there(CaseState state, AnyId target) {
        return state.byId().containsKey(target.value())
                ? List.of()
                : List.of(new Refusal.ReferenceUnknown("/target", target.value()));
    }

    private static List<Refusal> disagreement(CaseState state, CommandId id) {
        Fact fact = state.byId().get(id.value());
        return fact != null && fact.first().type().equals("entry.disagreed-with")
                ? List.of()
                : List.of(new Refusal.NotThere("", "disagreement.unknown"));
    }
}
