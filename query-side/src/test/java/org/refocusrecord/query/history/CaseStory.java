package org.refocusrecord.query.history;

import org.jspecify.annotations.Nullable;
import org.refocusrecord.eventlog.RecordedEvent;
import org.refocusrecord.events.Answers;
import org.refocusrecord.events.AnyId;
import org.refocusrecord.events.CaseId;
import org.refocusrecord.events.CommandId;
import org.refocusrecord.events.EventId;
import org.refocusrecord.events.Id;
import org.refocusrecord.events.Party;
import org.refocusrecord.events.Person;
import org.refocusrecord.events.ServiceUserId;
import org.refocusrecord.events.Sharing;
import org.refocusrecord.events.TeamId;
import org.refocusrecord.events.Wording;
import org.refocusrecord.events.Words;
import org.refocusrecord.events.WorkerId;
import org.refocusrecord.events.casefile.CaseEvent;
import org.refocusrecord.events.casefile.CaseFileEvent;
import org.refocusrecord.events.casefile.CaseOpened;
import org.refocusrecord.events.correction.DisagreementRepliedTo;
import org.refocusrecord.events.correction.EntryAmended;
import org.refocusrecord.events.correction.EntryDisagreedWith;
import org.refocusrecord.events.correction.EntryMarkedInError;
import org.refocusrecord.events.session.Entry;
import org.refocusrecord.events.session.OwnEntriesWritten;
import org.refocusrecord.events.session.Participant;
import org.refocusrecord.events.session.SessionHeld;
import org.refocusrecord.events.shape.EventShape;
import org.refocusrecord.events.shape.Mapping;
import org.refocusrecord.events.shape.Spoken;

import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.UUID;
import java.util.stream.Stream;

/**
 * Tells the story of one case and writes it down as the log would: one service user, two workers, a
 * carer, fixed ids and dates.
 */
public final class CaseStory {

    public static final ZoneId LONDON = ZoneId.of("Europe/London");
    public static final CaseId CASE = new CaseId(new UUID(1, 1));
    public static final TeamId NORTH = new TeamId(new UUID(2, 1));
    public static final TeamId SOUTH = new TeamId(new UUID(2, 2));
    public static final WorkerId COORDINATOR = new WorkerId(new UUID(3, 1));
    public static final Person WORKER = new Person(Party.STAFF, COORDINATOR.toString());
    public static final Person COLLEAGUE = new Person(Party.STAFF, new UUID(3, 2).toString());
    public static final Person PERSON = new Person(Party.SERVICE_USER, new UUID(4, 1).toString());
    public static final Person CARER = new Person(Party.CARER, new UUID(5, 1).toString());
    public static final Person SYSTEM = new Person(Party.OTHER, "registry");

    private final List<RecordedEvent> events = new ArrayList<>();
    private Instant now;
    private int commands;

    public CaseStory(String openedOn) {
        this.now = Instant.parse(openedOn + "T09:00:00Z");
        command(
                new CaseOpened(
                        nextCommand(),
                        CASE,
                        new ServiceUserId(UUID.fromString(PERSON.id())),
                        "SLAM",
                        NORTH,
                        COORDINATOR,
                        LocalDate.parse(openedOn),
                        SYSTEM),
                LocalDate.parse(openedOn));
    }

    /** The id that the next command or session will have. */
    public CommandId nextCommand() {
        return command(commands + 1);
    }

    public static CommandId command(int n) {
        return new CommandId(new UUID(6, n));
    }

    /** What follows is recorded at this moment, unless it happens later. */
    public CaseStory recordedAt(String instant) {
        now = Instant.parse(instant);
        return this;
    }

    /** A meeting of the worker and the person, recorded by the worker an hour later. */
    public CommandId session(String occurredAt, Entry... entries) {
        return session(meeting(occurredAt, WORKER, WORKER, PERSON), entries);
    }

    /** A header for the next session. */
    public SessionHeld meeting(String occurredAt, Person recordedBy, Person... participants) {
        return header(nextCommand(), occurredAt, recordedBy, participants);
    }

    public static SessionHeld header(
            CommandId id, String occurredAt, Person recordedBy, Person... participants) {
        return new SessionHeld(
                id,
                CASE,
                Instant.parse(occurredAt),
                null,
                null,
                Stream.of(participants)
                        .map(person -> new Participant(person.party(), person.id(), null))
                        .toList(),
                recordedBy,
                null,
                null,
                null,
                null);
    }

    public CommandId session(SessionHeld header, Entry... entries) {
        return posted(header, header.occurredAt(), header.recordedBy(), entries);
    }

    /** What the person writes alone. */
    public CommandId ownEntries(String occurredAt, Entry... entries) {
        Instant place = Instant.parse(occurredAt);
        return posted(
                new OwnEntriesWritten(nextCommand(), CASE, place, PERSON), place, PERSON, entries);
    }

    private CommandId posted(CaseEvent header, Instant place, Person recorder, Entry... entries) {
        CommandId id = begun();
        if (now.isBefore(place)) {
            now = place.plus(Duration.ofHours(1));
        }
        add(id, header, place, recorder);
        for (Entry entry : entries) {
            add(id, entry, place, recorder);
        }
        return id;
    }

    /** Any command with a date, which stands at the start of that day. */
    public CommandId command(CaseFileEvent event, LocalDate day) {
        CommandId id = begun();
        Instant place = day.atStartOfDay(LONDON).toInstant();
        if (now.isBefore(place)) {
            now = place.plus(Duration.ofHours(9));
        }
        add(id, event, place, event.recordedBy());
        return id;
    }

    public CommandId amended(Id target, CaseEvent replacement) {
        return amended(WORKER, target, replacement);
    }

    public CommandId amended(Person corrector, Id target, CaseEvent replacement) {
        CommandId id = begun();
        EventShape.Name type = EventShape.of(replacement).name();
        add(
                id,
                new EntryAmended(
                        id,
                        CASE,
                        any(target),
                        null,
                        said("a slip"),
                        type.name(),
                        type.revision(),
                        replacement,
                        null,
                        corrector),
                now,
                corrector);
        return id;
    }

    public CommandId inError(Id target) {
        CommandId id = begun();
        add(
                id,
                new EntryMarkedInError(id, CASE, any(target), null, said("not so"), null, WORKER),
                now,
                WORKER);
        return id;
    }

    public CommandId disagreed(Id target, Person party, String words) {
        CommandId id = begun();
        add(
                id,
                new EntryDisagreedWith(id, CASE, any(target), party, said(words), party),
                now,
                party);
        return id;
    }

    public CommandId replied(CommandId disagreement, Person party, String words) {
        CommandId id = begun();
        add(
                id,
                new DisagreementRepliedTo(id, CASE, disagreement, party, said(words), party),
                now,
                party);
        return id;
    }

    private CommandId begun() {
        commands++;
        return command(commands);
    }

    private static AnyId any(Id id) {
        return new AnyId(id.value());
    }

    private void add(CommandId command, CaseEvent event, Instant place, Person recorder) {
        int sequence = events.size();
        EventId eventId = new EventId(new UUID(7, sequence));
        events.add(
                new RecordedEvent(
                        eventId,
                        "case/" + CASE,
                        sequence,
                        // Other cases are recorded in between.
                        100 + 2L * sequence,
                        place,
                        now,
                        "account",
                        recorder,
                        command,
                        kept(event, eventId)));
    }

    /** As the log keeps it, though the text can be read here. */
    private static CaseEvent kept(CaseEvent event, EventId eventId) {
        IdentityHashMap<Words, Integer> ordinals = new IdentityHashMap<>();
        List<Spoken.At> spoken = Spoken.in(event);
        for (int n = 0; n < spoken.size(); n++) {
            ordinals.put(spoken.get(n).words(), n);
        }
        return Mapping.of(CaseEvent.class, event, "", new Keeping(eventId, ordinals));
    }

    private record Keeping(EventId eventId, IdentityHashMap<Words, Integer> ordinals)
            implements Mapping.Replacing {
        @Override
        public Person person(String pointer, Person person) {
            return person;
        }

        @Override
        public Words words(String pointer, Words words) {
            Integer n = ordinals.get(words);
            return words instanceof Words.Said said && n != null
                    ? new Words.Kept(
                            eventId,
                            n,
                            said.text(),
                            "d",
                            said.statedBy(),
                            said.wording(),
                            said.lang(),
                            said.sharing())
                    : words;
        }

        @Override
        public Answers answers(String pointer, Answers answers) {
            return answers;
        }
    }

    /** Something said, in other words than the person's own. */
    public static Words said(String text) {
        return new Words.Said(text, PERSON, Wording.PARAPHRASE, null, Sharing.TEAM);
    }

    /** What the text of kept Words is. */
    public static @Nullable String text(@Nullable Words words) {
        return words instanceof Words.Kept kept ? kept.c() : null;
    }

    /** The last command or session was never recorded; the clock stays where it is. */
    public void undone() {
        CommandId last = events.getLast().commandId();
        events.removeIf(event -> event.commandId().equals(last));
    }

    public List<RecordedEvent> events() {
        return List.copyOf(events);
    }

    /** The last event recorded. */
    public RecordedEvent last() {
        return events.getLast();
    }

    public CaseHistory history() {
        return CaseHistory.of(events, LONDON);
    }

    /** All there is, as it is known now. */
    public Line now() {
        return history().as(null, null);
    }

    /** Everything that had happened by a moment, as it is known now. */
    public Line asOf(String instant) {
        return history().as(Instant.parse(instant), null);
    }

    /** Everything that was known at a moment. */
    public Line knownAt(String instant) {
        return history().as(null, Instant.parse(instant));
    }
}
