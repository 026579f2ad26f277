package org.refocusrecord.command.casefile;

import org.refocusrecord.command.Bearing.Brought;
import org.refocusrecord.command.ItemKind;
import org.refocusrecord.command.Pointers;
import org.refocusrecord.command.Posting;
import org.refocusrecord.command.Refusal;
import org.refocusrecord.command.Resolution;
import org.refocusrecord.events.casefile.CaseEvent;
import org.refocusrecord.events.correction.EntryAmended;
import org.refocusrecord.events.session.Entry;
import org.refocusrecord.events.session.SessionHeld;

import java.time.Instant;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.UUID;

/**
 * The rules of what a replacement says, as for something new at the place where its target stands.
 */
final class Amending {

    private Amending() {}

    /** The correction with its replacement filled in like a new entry. */
    static EntryAmended filled(CaseState state, Posting posting, Fact target, EntryAmended event) {
        if (!(event.replacement() instanceof Entry entry)) {
            return event;
        }
        Standing.Live header = state.standing().live().get(target.session());
        boolean byThePerson = target.ownDoor() && posting.right() == Posting.Right.SERVICE_USER;
        Entry filled =
                byThePerson
                        ? FillingIn.byOwnDoor(entry, state.person())
                        : FillingIn.inSession(
                                entry, header == null ? List.of() : header.reads().participants());
        return new EntryAmended(
                event.commandId(),
                event.caseId(),
                event.target(),
                event.because(),
                event.reason(),
                event.eventType(),
                event.eventRevision(),
                filled,
                event.confirmedBy(),
                event.recordedBy());
    }

    static List<Refusal> refusals(
            CaseState state, Posting posting, Standing.Live live, CaseEvent replacement) {
        List<Refusal> refusals = new ArrayList<>();
        if (replacement instanceof Entry entry) {
            boolean ownDoor =
                    live.fact().ownDoor() && posting.right() == Posting.Right.SERVICE_USER;
            Instant place = live.place() == null ? Instant.MIN : live.place();
            refusals.addAll(
                    new Entries(place, goalsOf(state, live.fact().session()))
                            .refusals(
                                    state,
                                    entry,
                                    Entries.speaking(state, ownDoor),
                                    live.fact().id()));
        }
        if (replacement instanceof SessionHeld held) {
            refusals.addAll(Resolution.twice(Reading.people(held)));
        }
        return refusals.stream().map(refusal -> Pointers.within("/replacement", refusal)).toList();
    }

    private static Set<UUID> goalsOf(CaseState state, UUID session) {
        Set<UUID> goals = new HashSet<>();
        for (Standing.Live live : state.standing().live().values()) {
            if (live.fact().session().equals(session)) {
                live.reads().bearing().brings().stream()
                        .filter(brought -> brought.kind() == ItemKind.GOAL)
                        .map(Brought::id)
                        .forEach(goals::add);
            }
        }
        return goals;
    }
}
