package org.refocusrecord.command.casefile;

import org.refocusrecord.command.Bearing.Brought;
import org.refocusrecord.command.Refusal;
import org.refocusrecord.command.Rule;
import org.refocusrecord.command.casefile.Reads.FirstId;
import org.refocusrecord.events.Person;
import org.refocusrecord.events.casefile.CaseEvent;
import org.refocusrecord.events.casefile.CaseOpened;
import org.refocusrecord.events.session.Entry;
import org.refocusrecord.events.shape.EventShape;
import org.refocusrecord.events.shape.Member;
import org.refocusrecord.events.shape.Vocabulary;

import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.UUID;

/**
 * What no correction changes: what is corrected, of whom, by what it is known, and with whom a
 * contract is.
 */
final class Sameness {

    private static final String AT = "/replacement/";

    private Sameness() {}

    /** Whether the replacement is a thing of the same kind. */
    static boolean isOfOneKind(Fact target, CaseEvent replacement) {
        EventShape was = Vocabulary.CASE.named(target.first().type());
        return was != null && was.name().door().equals(EventShape.of(replacement).name().door());
    }

    /** A thing of another kind. */
    static Refusal otherKind(CaseEvent replacement) {
        return Rule.REPLACEMENT_NOT_THE_SAME.at(
                replacement instanceof Entry ? AT + "kind" : "/replacement");
    }

    static List<Refusal> refusals(
            CaseState state, UUID caseId, Fact target, CaseEvent replacement) {
        List<Refusal> changed = new ArrayList<>();
        for (Member member : EventShape.of(replacement).members().members()) {
            boolean same =
                    switch (member.name()) {
                        case "entryId", "sessionId", "commandId" ->
                                isSame(member, replacement, target.id());
                        case "caseId" -> isSame(member, replacement, caseId);
                        default -> true;
                    };
            FirstId first = target.first().firstId();
            if (first != null && first.member().equals(member.name())) {
                same = isSame(member, replacement, first.id());
            }
            if (!same) {
                changed.add(Rule.REPLACEMENT_NOT_THE_SAME.at(AT + member.name()));
            }
        }
        if (replacement instanceof CaseOpened opened) {
            changed.addAll(opening(state, opened));
        }
        changed.addAll(worker(target, replacement));
        return changed;
    }

    private static boolean isSame(Member member, CaseEvent replacement, UUID was) {
        return was.toString().equals(String.valueOf(member.of(replacement)));
    }

    private static List<Refusal> opening(CaseState state, CaseOpened now) {
        CaseState.Opened was = state.opened();
        List<Refusal> changed = new ArrayList<>();
        if (was != null && !was.serviceUserId().equals(now.serviceUserId())) {
            changed.add(Rule.REPLACEMENT_NOT_THE_SAME.at(AT + "serviceUserId"));
        }
        if (was != null && !was.trust().equals(now.trust())) {
            changed.add(Rule.REPLACEMENT_NOT_THE_SAME.at(AT + "trust"));
        }
        return changed;
    }

    private static List<Refusal> worker(Fact target, CaseEvent replacement) {
        for (Brought was : target.first().bearing().brings()) {
            for (Brought now : Reading.bearing(replacement).brings()) {
                Person with = now.with();
                boolean named = with == null || with.isNamed();
                if (was.id().equals(now.id()) && named && !Objects.equals(was.with(), with)) {
                    return List.of(Rule.REPLACEMENT_NOT_THE_SAME.at(AT + "worker"));
                }
            }
        }
        return List.of();
    }
}
