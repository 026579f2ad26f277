package org.refocusrecord.command;

import org.refocusrecord.command.LedgerRules.Correcting;
import org.refocusrecord.command.ReplacementReading.NotRead;
import org.refocusrecord.command.ReplacementReading.WasRead;
import org.refocusrecord.events.Event;
import org.refocusrecord.events.Person;
import org.refocusrecord.events.shape.EventShape;
import org.refocusrecord.events.shape.Member;
import org.refocusrecord.events.study.DefinitionPublished;
import org.refocusrecord.events.study.StudyEvent;

import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.Set;

/**
 * Decides corrections of what is recorded about a team or a study. Who may correct at all was asked
 * before.
 *
 * @param <E> the family of events
 */
record LedgerCorrections<E extends Event>(
        LedgerKind<E> kind, Ledger<E> ledger, Posting posting, Correcting<E> sent) {

    private static final String REPLACEMENT = "/replacement";

    private static final Set<String> FIXED =
            Set.of("commandId", "teamId", "trust", "measureId", "projectId", "caseId");

    /** A definition that was published is never overwritten. */
    private static final Set<String> OF_DEFINITIONS = Set.of("name", "version", "definition");

    /** The decision, where these speak against it already. */
    Decision decide(List<Refusal> common) {
        List<Refusal> refusals = new ArrayList<>(common);
        Ledger.Line<E> target = ledger.byId().get(sent.target().value());
        if (target == null) {
            refusals.add(new Refusal.ReferenceUnknown("/target", sent.target().value()));
            return new Decision.Refused(refusals);
        }
        ReplacementReading<E> replacement = sent.replacement();
        return replacement == null
                ? decided(kind.marked(sent), refusals)
                : amend(target, replacement, refusals);
    }

    private Decision amend(
            Ledger.Line<E> target, ReplacementReading<E> replacement, List<Refusal> refusals) {
        if (!ledger.root(target).equals(target)) {
            refusals.add(new Refusal.ReferenceWrongKind("/target", target.id()));
            return new Decision.Refused(refusals);
        }
        if (ledger.isInError(target.id())) {
            refusals.add(new Refusal.EntryInError("/target", target.id()));
            return new Decision.Refused(refusals);
        }
        E before = ledger.reading(target);
        return switch (replacement.read(kind.recordedBy(before))) {
            case NotRead<E>(List<Refusal> faults) -> new Decision.Refused(faults);
            case WasRead<E>(E read) -> {
                E filled = StayingAnswers.filled(kind.family(), read, before, refusals);
                refusals.addAll(changed(target.event(), read));
                refusals.addAll(recorder(target, kind.recordedBy(before), kind.recordedBy(read)));
                yield decided(kind.amended(sent, filled), refusals);
            }
        };
    }

    /** Who recorded it stays, or is whoever corrects it: nobody puts another's name there. */
    private List<Refusal> recorder(Ledger.Line<E> target, Person before, Person now) {
        boolean stays = now.equals(before) || now.equals(target.recordedBy());
        return stays || !now.isNamed() || posting.mayRecordAs(now)
                ? List.of()
                : List.of(new Refusal.RecordedByNotYou(REPLACEMENT + "/recordedBy"));
    }

    private Decision decided(E correction, List<Refusal> refusals) {
        refusals.addAll(LedgerRules.unnamed(kind.family(), correction));
        return Decision.unless(refusals, List.of(new Decided(correction, null, sent.recordedBy())));
    }

    private static List<Refusal> changed(Event was, Event now) {
        EventShape before = EventShape.of(was);
        if (was.getClass() != now.getClass()) {
            return List.of(Rule.REPLACEMENT_NOT_THE_SAME.at(fixedMember(before)));
        }
        List<Refusal> refusals = new ArrayList<>();
        for (Member member : before.members().members()) {
            if (isFixed(was, member) && !Objects.equals(member.of(was), member.of(now))) {
                refusals.add(Rule.REPLACEMENT_NOT_THE_SAME.at(REPLACEMENT + "/" + member.name()));
            }
        }
        return refusals;
    }

    private static boolean isFixed(Event was, Member member) {
        return FIXED.contains(member.name())
                || (was instanceof StudyEvent && member.name().equals("studyId"))
                || (was instanceof DefinitionPublished && OF_DEFINITIONS.contains(member.name()));
    }

    /** Where two siblings differ: {@code change} of JOINED and LEFT. */
    private static String fixedMember(EventShape shape) {
        return shape.constants().isEmpty()
                ? REPLACEMENT
                : REPLACEMENT + "/" + shape.constants().getFirst().name();
    }
}
