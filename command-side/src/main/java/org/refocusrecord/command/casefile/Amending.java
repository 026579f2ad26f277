package org.refocusrecord.command.casefile;

import org.refocusrecord.command.Bearing.Brought;
import org.refocusrecord.command.ItemKind;
import org.refocusrecord.command.Naming;
import org.refocusrecord.command.Pointers;
import org.refocusrecord.command.Posting;
import org.refocusrecord.command.Refusal;
import org.refocusrecord.command.ReplacementReading;
import org.refocusrecord.command.ReplacementReading.Outcome;
import org.refocusrecord.command.Rule;
import org.refocusrecord.command.Speaking;
import org.refocusrecord.events.Person;
import org.refocusrecord.events.casefile.CaseEvent;
import org.refocusrecord.events.correction.EntryDisagreedWith;
import org.refocusrecord.events.correction.WordsErasureAsked;
import org.refocusrecord.events.session.Entry;
import org.refocusrecord.events.session.OwnEntriesWritten;
import org.refocusrecord.events.session.SessionHeld;

import java.time.Instant;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.UUID;

/**
 * The rules of what a replacement says, as for something new at the place where its target stands.
 *
 * @param posting who corrects it
 * @param live the target as it stands
 * @param byThePerson whether the person amends what he or she wrote alone
 */
record Amending(CaseState state, Posting posting, Standing.Live live, boolean byThePerson) {

    /** Reads what is sent; whoever recorded it stays where nobody is named. */
    Outcome<CaseEvent> read(ReplacementReading<CaseEvent> replacement) {
        Person recordedBy = live.reads().recordedBy();
        return replacement.read(recordedBy == null ? live.fact().recordedBy() : recordedBy);
    }

    /** The replacement filled in like something new. */
    CaseEvent filled(CaseEvent replacement) {
        if (!(replacement instanceof Entry entry)) {
            return replacement;
        }
        Standing.Live header = state.standing().live().get(live.fact().session());
        return byThePerson
                ? FillingIn.byOwnDoor(entry, state.person())
                : FillingIn.inSession(
                        entry, header == null ? List.of() : header.reads().participants());
    }

    /** What speaks against a replacement, with pointers into the correction. */
    List<Refusal> refusals(CaseEvent replacement) {
        List<Refusal> refusals = new ArrayList<>();
        if (replacement instanceof Entry entry) {
            refusals.addAll(entry(entry));
        }
        if (replacement instanceof SessionHeld held) {
            List<Person> people = Reading.people(held);
            refusals.addAll(Naming.twice("/participants", "", people));
        }
        if (isRecordedByAnother(replacement)) {
            refusals.add(new Refusal.RecordedByNotYou("/recordedBy"));
        }
        if (replacement instanceof OwnEntriesWritten written
                && !written.recordedBy().equals(state.person())) {
            refusals.add(Rule.OWN_ENTRY_ANOTHER_PERSON.at("/recordedBy"));
        }
        if (replacement instanceof EntryDisagreedWith disagreement) {
            refusals.addAll(CaseFacts.recorded(state, "/target", disagreement.target()));
        }
        if (replacement instanceof WordsErasureAsked asked) {
            refusals.addAll(CaseFacts.erasure(state, asked));
        }
        return refusals.stream().map(refusal -> Pointers.within("/replacement", refusal)).toList();
    }

    /** Who recorded it stays, or is whoever corrects it: nobody puts another's name there. */
    private boolean isRecordedByAnother(CaseEvent replacement) {
        Person now = Reading.recordedBy(replacement);
        return !(replacement instanceof OwnEntriesWritten)
                && now != null
                && now.isNamed()
                && !now.equals(live.reads().recordedBy())
                && !now.equals(live.fact().recordedBy())
                && !posting.mayRecordAs(now);
    }

    private List<Refusal> entry(Entry entry) {
        Fact target = live.fact();
        Spot spot =
                new Spot(
                        live.place() == null ? Instant.MIN : live.place(),
                        target.sequence(),
                        goalsOf(target.session()),
                        target.id());
        Speaking speaking =
                new Speaking(
                        state.person(), byThePerson, contract -> Entries.workerOf(state, contract));
        return new Entries(spot, speaking).refusals(state, entry);
    }

    private Set<UUID> goalsOf(UUID session) {
        Fact header = state.byId().get(session);
        Set<UUID> goals = new HashSet<>();
        for (Fact fact : header == null ? List.<Fact>of() : state.entriesOf(header)) {
            Standing.Live other = state.standing().live().get(fact.id());
            if (other != null) {
                other.reads().bearing().brings().stream()
                        .filter(brought -> brought.kind() == ItemKind.GOAL)
                        .map(Brought::id)
                        .forEach(goals::add);
            }
        }
        return goals;
    }
}
