package org.refocusrecord.command.casefile;

import org.refocusrecord.command.Bearing.Brought;
import org.refocusrecord.command.Decided;
import org.refocusrecord.command.Decision;
import org.refocusrecord.command.ItemKind;
import org.refocusrecord.command.Naming;
import org.refocusrecord.command.OwnDoor;
import org.refocusrecord.command.Pointers;
import org.refocusrecord.command.Posting;
import org.refocusrecord.command.Refusal;
import org.refocusrecord.command.Resolution;
import org.refocusrecord.command.Speaking;
import org.refocusrecord.command.casefile.CaseCommand.RecordSession;
import org.refocusrecord.command.casefile.CaseCommand.WriteOwnEntries;
import org.refocusrecord.events.CommandId;
import org.refocusrecord.events.EventId;
import org.refocusrecord.events.Person;
import org.refocusrecord.events.casefile.CaseEvent;
import org.refocusrecord.events.session.Entry;
import org.refocusrecord.events.session.OwnEntriesWritten;
import org.refocusrecord.events.session.SessionHeld;
import org.refocusrecord.events.shape.Mapping;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;

/**
 * Decides a session or the person's own entries: recorded whole or not at all. Entries are decided
 * in order, each against the state that the ones before it left.
 */
final class Sessions {

    /** Stands for the id that the log will give. */
    static final EventId NOT_YET_RECORDED = new EventId(new UUID(0, 0));

    private CaseState state;
    private final CommandId commandId;
    private final Instant place;
    private final Resolution resolution;
    private final Speaking speaking;
    private final List<Person> participants;
    private final Posting posting;
    private final List<Refusal> refusals = new ArrayList<>();
    private final List<Decided> decided = new ArrayList<>();

    private Sessions(
            CaseState state,
            CaseCommand command,
            Instant place,
            Resolution resolution,
            List<Person> participants) {
        this.state = state;
        this.commandId = command.commandId();
        this.place = place;
        this.resolution = resolution;
        this.participants = participants;
        this.posting = command.posting();
        // Of the state as it then is: a contract may be agreed and amended in one session.
        this.speaking =
                new Speaking(
                        state.person(),
                        command instanceof WriteOwnEntries,
                        contract -> Entries.workerOf(this.state, contract));
    }

    static Decision decide(CaseState state, RecordSession session) {
        SessionHeld sent = session.header();
        List<Person> participants = Speakers.people(state, sent);
        Resolution resolution = Speakers.of(state, session);
        Sessions sessions =
                new Sessions(state, session, sent.occurredAt(), resolution, participants);
        sessions.refusals.addAll(late(session.posting(), sent));
        sessions.header("/sessionId", Mapping.of(SessionHeld.class, sent, "", resolution));
        sessions.refusals.addAll(Naming.twice("/participants", "", participants));
        return sessions.entries(session.entries());
    }

    static Decision decide(CaseState state, WriteOwnEntries own) {
        OwnEntriesWritten sent = own.header();
        Resolution resolution = Speakers.of(state, own);
        Sessions sessions =
                new Sessions(state, own, sent.occurredAt(), resolution, List.of(state.person()));
        OwnEntriesWritten header = Mapping.of(OwnEntriesWritten.class, sent, "", resolution);
        sessions.refusals.addAll(
                OwnDoor.only(sessions.speaking, "/recordedBy", header.recordedBy()));
        sessions.header("/commandId", header);
        return sessions.entries(own.entries());
    }

    private static List<Refusal> late(Posting posting, SessionHeld sent) {
        Instant first = sent.firstRecordedAt();
        Instant received = posting.receivedAt();
        Instant counted = first != null && first.isBefore(received) ? first : received;
        boolean late =
                Duration.between(sent.occurredAt(), counted).compareTo(posting.lateAfter()) > 0;
        return late && sent.lateReason() == null
                ? List.of(new Refusal.LateReasonMissing(sent.occurredAt(), counted))
                : List.of();
    }

    private void header(String idPointer, CaseEvent header) {
        if (state.isTaken(commandId.value())) {
            refusals.add(new Refusal.IdTaken(idPointer, commandId.value()));
        }
        refusals.addAll(posting.atTheDoor());
        refusals.addAll(resolution.newRefusals());
        record(header);
    }

    private void record(CaseEvent event) {
        decided.add(new Decided(event, place, resolution.recorder()));
        state =
                CaseRecord.evolve(
                        state,
                        new Recorded(
                                event,
                                NOT_YET_RECORDED,
                                state.version(),
                                place,
                                commandId,
                                posting.postedBy(),
                                resolution.recorder(),
                                posting.zone()));
    }

    private Decision entries(List<Entry> sent) {
        Entries rules = new Entries(Spot.ofNew(place, goalsIn(sent)), speaking);
        for (int index = 0; index < sent.size(); index++) {
            String pointer = "/entries/" + index;
            Entry entry = filled(Mapping.of(Entry.class, sent.get(index), pointer, resolution));
            List<Refusal> against = new ArrayList<>();
            rules.refusals(state, entry)
                    .forEach(refusal -> against.add(Pointers.within(pointer, refusal)));
            against.addAll(resolution.newRefusals());
            if (against.isEmpty()) {
                record(entry);
            } else {
                refusals.addAll(Entries.oneEach(against));
                rules.failed(entry);
            }
        }
        return Decision.unless(refusals, decided);
    }

    private Entry filled(Entry entry) {
        return speaking.ownDoor()
                ? FillingIn.byOwnDoor(entry, speaking.person())
                : FillingIn.inSession(entry, participants);
    }

    private static Set<UUID> goalsIn(List<Entry> entries) {
        return entries.stream()
                .flatMap(entry -> Reading.bearing(entry).brings().stream())
                .filter(brought -> brought.kind() == ItemKind.GOAL)
                .map(Brought::id)
                .collect(Collectors.toSet());
    }
}
