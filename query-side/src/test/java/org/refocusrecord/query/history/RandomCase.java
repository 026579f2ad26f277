package org.refocusrecord.query.history;

import static org.refocusrecord.query.history.CaseStory.CARER;
import static org.refocusrecord.query.history.CaseStory.CASE;
import static org.refocusrecord.query.history.CaseStory.COLLEAGUE;
import static org.refocusrecord.query.history.CaseStory.NORTH;
import static org.refocusrecord.query.history.CaseStory.PERSON;
import static org.refocusrecord.query.history.CaseStory.SOUTH;
import static org.refocusrecord.query.history.CaseStory.SYSTEM;
import static org.refocusrecord.query.history.CaseStory.WORKER;
import static org.refocusrecord.query.history.CaseStory.header;

import org.refocusrecord.eventlog.RecordedEvent;
import org.refocusrecord.events.CommandId;
import org.refocusrecord.events.EntryId;
import org.refocusrecord.events.Id;
import org.refocusrecord.events.Person;
import org.refocusrecord.events.careaction.ActionOutcome;
import org.refocusrecord.events.casefile.CareCoordinatorAssigned;
import org.refocusrecord.events.casefile.CaseTransferred;
import org.refocusrecord.events.casefile.CoordinatorRole;
import org.refocusrecord.events.goal.AcceptanceAnswer;
import org.refocusrecord.events.goal.GoalProgress;
import org.refocusrecord.events.session.Entry;
import org.refocusrecord.events.session.OwnEntriesWritten;

import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.stream.IntStream;

/**
 * A case by chance, in which people set goals, plan steps and actions, move between teams, record
 * late, amend, amend again and take back. What the rules of recording would refuse is not recorded:
 * all that names something stands behind it, whatever was corrected.
 */
public final class RandomCase {

    private static final LocalDate FIRST = LocalDate.parse("2012-01-02");
    private static final int DAYS = 8;
    private static final List<Person> PEOPLE = List.of(PERSON, WORKER, COLLEAGUE, CARER);

    private final Random random;
    private final CaseStory story = new CaseStory(FIRST.toString());
    private final List<CommandId> meetings = new ArrayList<>();
    private final List<CommandId> own = new ArrayList<>();
    private final List<CommandId> commands = new ArrayList<>();
    private final List<CommandId> remarks = new ArrayList<>();
    private final List<CommandId> disagreements = new ArrayList<>();
    private final List<Entry> told = new ArrayList<>();
    private int entries;

    /** The same case for the same seed. */
    public RandomCase(long seed) {
        this.random = new Random(seed);
        IntStream.range(0, 6 + random.nextInt(16)).forEach(_ -> something());
    }

    public List<RecordedEvent> events() {
        return story.events();
    }

    /** A moment of the history: a boundary, a microsecond before or behind one, or between. */
    public Instant moment() {
        RecordedEvent any = any(story.events());
        Instant at = random.nextBoolean() ? any.recordedAt() : any.occurredAt();
        return switch (random.nextInt(4)) {
            case 0 -> at.minusNanos(1_000);
            case 1 -> at.plusNanos(1_000);
            case 2 -> Instant.parse(time());
            default -> at;
        };
    }

    private void something() {
        if (random.nextInt(3) == 0) {
            Instant later = story.last().recordedAt().plusSeconds(43_200L * random.nextInt(3));
            story.recordedAt(later.toString());
        }
        int before = told.size();
        List<CommandId> kind =
                switch (random.nextInt(12)) {
                    case 0, 1, 2, 3 -> with(meetings, story.session(time(), said()));
                    case 4 -> with(own, story.ownEntries(time(), said()));
                    case 5 -> with(commands, ordered());
                    case 6, 7, 8 -> with(remarks, amended());
                    case 9, 10 -> with(remarks, story.inError(target()));
                    default -> with(remarks, disagreed());
                };
        if (!NaiveRules.hold(story.events())) {
            story.undone();
            kind.removeLast();
            disagreements.retainAll(remarks);
            while (told.size() > before) {
                told.removeLast();
            }
        }
    }

    private static List<CommandId> with(List<CommandId> kind, CommandId recorded) {
        kind.add(recorded);
        return kind;
    }

    private Entry[] said() {
        List<Entry> said = new ArrayList<>();
        IntStream.range(0, random.nextInt(5)).forEach(_ -> said.add(entry(++entries)));
        told.addAll(said);
        return said.toArray(Entry[]::new);
    }

    /** Few ids, so that most entries name what is there. */
    private Entry entry(int n) {
        int id = 1 + random.nextInt(3);
        String words = "words " + random.nextInt(100);
        return switch (random.nextInt(16)) {
            case 0 -> Entries.valueTold(n, n, words);
            case 1 -> Entries.valueChanged(n, any(n), words);
            case 2 -> Entries.valueWithdrawn(n, any(n));
            case 3 -> Entries.goalVoiced(n, id, words);
            case 4, 5 ->
                    Entries.goalSet(
                            n,
                            id,
                            CaseStory.said(words),
                            List.of(Entries.acceptance(anybody(), any(AcceptanceAnswer.values()))),
                            people());
            case 6 -> Entries.goalChanged(n, id, words);
            case 7 -> Entries.ownAnswer(n, id, any(AcceptanceAnswer.values()));
            case 8 -> Entries.goalPutOnHold(n, id);
            case 9 -> Entries.goalReviewed(n, id, any(GoalProgress.values()));
            case 10 -> Entries.stepPlanned(n, id, 10 + id, people().toArray(PERSONS));
            case 11 -> Entries.stepMovedTo(n, 10 + id, people().toArray(PERSONS));
            case 12 -> Entries.stepDone(n, 10 + id, null, people().toArray(PERSONS));
            case 13 -> Entries.actionAdded(n, n, people().toArray(PERSONS));
            case 14 -> Entries.actionRemoved(n, any(n), any(ActionOutcome.values()));
            default -> Entries.goalCancelled(n, id);
        };
    }

    private static final Person[] PERSONS = new Person[0];

    private int any(int n) {
        return 1 + random.nextInt(n);
    }

    private Person anybody() {
        return any(PEOPLE);
    }

    private List<Person> people() {
        List<Person> people = PEOPLE.stream().filter(_ -> random.nextBoolean()).toList();
        return people.isEmpty() ? List.of(anybody()) : people;
    }

    private CommandId ordered() {
        LocalDate day = day();
        return random.nextBoolean()
                ? story.command(transfer(story.nextCommand(), day), day)
                : story.command(lead(story.nextCommand(), day), day);
    }

    private CaseTransferred transfer(CommandId id, LocalDate day) {
        return new CaseTransferred(
                id, CASE, random.nextBoolean() ? NORTH : SOUTH, day, null, null, SYSTEM);
    }

    private static CareCoordinatorAssigned lead(CommandId id, LocalDate day) {
        return new CareCoordinatorAssigned(
                id, CASE, CaseStory.COORDINATOR, CoordinatorRole.KEY_WORKER, day, SYSTEM);
    }

    private CommandId amended() {
        int kind = random.nextInt(6);
        if (kind < 2 && !meetings.isEmpty()) {
            CommandId id = any(meetings);
            return story.amended(id, header(id, time(), WORKER, WORKER, PERSON));
        }
        if (kind == 2 && !own.isEmpty()) {
            CommandId id = any(own);
            return story.amended(
                    PERSON, id, new OwnEntriesWritten(id, CASE, Instant.parse(time()), PERSON));
        }
        if (kind == 3 && !commands.isEmpty()) {
            CommandId id = any(commands);
            RecordedEvent was =
                    story.events().stream()
                            .filter(event -> event.commandId().equals(id))
                            .findFirst()
                            .orElseThrow();
            return was.event() instanceof CaseTransferred
                    ? story.amended(id, transfer(id, day()))
                    : story.amended(id, lead(id, day()));
        }
        return told.isEmpty() ? story.inError(target()) : again(any(told));
    }

    /** The same entry, but for what it says. */
    private CommandId again(Entry was) {
        int n = Math.toIntExact(was.entryId().value().getLeastSignificantBits());
        Entry replacement = was;
        for (int tries = 0; tries < 60; tries++) {
            Entry other = entry(n);
            if (other.getClass() == was.getClass()
                    && NaiveRules.first(other).equals(NaiveRules.first(was))) {
                replacement = other;
            }
        }
        return story.amended(new EntryId(was.entryId().value()), replacement);
    }

    private CommandId disagreed() {
        if (disagreements.isEmpty() || random.nextBoolean()) {
            CommandId id = story.disagreed(target(), PERSON, "otherwise");
            disagreements.add(id);
            return id;
        }
        return story.replied(any(disagreements), WORKER, "so I heard it");
    }

    private Id target() {
        List<Id> targets = new ArrayList<>();
        told.forEach(entry -> targets.add(entry.entryId()));
        targets.addAll(meetings);
        targets.addAll(own);
        targets.addAll(commands);
        targets.addAll(remarks);
        return targets.isEmpty() ? CaseStory.command(1) : any(targets);
    }

    private <T> T any(List<T> list) {
        return list.get(random.nextInt(list.size()));
    }

    private <T> T any(T[] some) {
        return some[random.nextInt(some.length)];
    }

    private LocalDate day() {
        return FIRST.plusDays(random.nextInt(DAYS));
    }

    private String time() {
        return day() + "T" + (random.nextBoolean() ? "00" : "12") + ":00:00Z";
    }
}
