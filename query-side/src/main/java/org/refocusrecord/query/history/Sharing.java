package org.refocusrecord.query.history;

import org.jspecify.annotations.Nullable;
import org.refocusrecord.eventlog.RecordedEvent;
import org.refocusrecord.events.AnyId;
import org.refocusrecord.events.EventId;
import org.refocusrecord.events.Party;
import org.refocusrecord.events.Person;
import org.refocusrecord.events.correction.EntryAmended;
import org.refocusrecord.events.correction.EntryMarkedInError;
import org.refocusrecord.events.rating.RelationshipRated;
import org.refocusrecord.events.session.Entry;
import org.refocusrecord.events.session.SessionHeld;

import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * With whom the texts of each event, and the answers of each rating, may be shared.
 *
 * <p>A correction belongs with what it corrects: its texts are for whoever corrected and for the
 * people of the session. Any other command has nobody beside its recorder.
 */
final class Sharing {

    private final Corrections corrections;
    private final Replacements replacements;
    private final Map<EventId, SeenBy> byEvent = new HashMap<>();
    private final Map<AnyId, SeenBy> byId = new HashMap<>();
    private final Set<AnyId> ratings = new HashSet<>();

    private Sharing(Corrections corrections, Replacements replacements) {
        this.corrections = corrections;
        this.replacements = replacements;
    }

    /**
     * What of a stream may be shared.
     *
     * @param seenBy by event: with whom
     * @param ratings the ratings that are shared with staff. The latest statement holds for all
     *     that was ever said of a rating: one that is not shared any more is not found by looking
     *     at what was first said
     */
    record Shared(Map<EventId, SeenBy> seenBy, Set<AnyId> ratings) {}

    static Shared in(List<RecordedEvent> stream, Replacements replacements) {
        Sharing sharing = new Sharing(Corrections.in(stream), replacements);
        stream.forEach(sharing::after);
        return new Shared(Map.copyOf(sharing.byEvent), Set.copyOf(sharing.ratings));
    }

    private void after(RecordedEvent recorded) {
        SeenBy people =
                switch (recorded.event()) {
                    case SessionHeld held -> ofMeeting(held);
                    case Entry _ -> people(new AnyId(recorded.commandId().value()), recorded);
                    case EntryAmended amended -> withCorrector(amended.target(), recorded);
                    case EntryMarkedInError mark -> withCorrector(mark.target(), recorded);
                    default -> new SeenBy(recorded.recordedBy(), Set.of());
                };
        byEvent.put(recorded.eventId(), people);
        if (recorded.event() instanceof RelationshipRated rated && isShared(rated)) {
            ratings.add(Ids.of(rated));
        }
        if (recorded.event() instanceof Entry entry) {
            byId.put(Ids.of(entry), people);
        } else {
            byId.put(new AnyId(recorded.commandId().value()), people);
        }
    }

    private boolean isShared(RelationshipRated rated) {
        RecordedEvent amendment = corrections.amendment(Ids.of(rated));
        if (amendment == null) {
            return rated.sharedWithWorker();
        }
        return replacements.of(amendment) instanceof RelationshipRated now
                && now.sharedWithWorker();
    }

    private SeenBy ofMeeting(SessionHeld held) {
        Set<Person> staff = staff(held);
        RecordedEvent amendment = corrections.amendment(Ids.of(held));
        if (amendment != null && replacements.of(amendment) instanceof SessionHeld now) {
            staff.retainAll(staff(now));
        }
        return new SeenBy(held.recordedBy(), Set.copyOf(staff));
    }

    private static Set<Person> staff(SessionHeld held) {
        Set<Person> staff = new LinkedHashSet<>();
        held.participants().stream()
                .filter(participant -> participant.party() == Party.STAFF)
                .forEach(participant -> staff.add(new Person(Party.STAFF, participant.id())));
        return staff;
    }

    private SeenBy withCorrector(AnyId target, RecordedEvent correction) {
        SeenBy people = people(target, correction);
        Set<Person> staff = new HashSet<>(people.staff());
        if (people.recorder().party() == Party.STAFF) {
            staff.add(people.recorder());
        }
        return new SeenBy(correction.recordedBy(), Set.copyOf(staff));
    }

    private SeenBy people(AnyId id, RecordedEvent recorded) {
        @Nullable SeenBy people = byId.get(id);
        if (people == null) {
            throw new IllegalStateException(
                    "event " + recorded.eventId() + " names what is not recorded: " + id);
        }
        return people;
    }
}
