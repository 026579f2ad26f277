package org.refocusrecord.query.history;

import static org.refocusrecord.query.history.CaseStory.CASE;
import static org.refocusrecord.query.history.CaseStory.COORDINATOR;
import static org.refocusrecord.query.history.CaseStory.PERSON;
import static org.refocusrecord.query.history.CaseStory.SYSTEM;
import static org.refocusrecord.query.history.CaseStory.WORKER;
import static org.refocusrecord.query.history.CaseStory.header;
import static org.refocusrecord.query.history.Entries.entry;
import static org.refocusrecord.query.history.Entries.valueTold;

import org.refocusrecord.eventlog.RecordedEvent;
import org.refocusrecord.events.CommandId;
import org.refocusrecord.events.Id;
import org.refocusrecord.events.casefile.CareCoordinatorAssigned;
import org.refocusrecord.events.casefile.CoordinatorRole;
import org.refocusrecord.events.session.Entry;
import org.refocusrecord.events.session.OwnEntriesWritten;

import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.stream.IntStream;

/** A small history by chance, with few moments, so that there are many ties. */
final class RandomHistory {

    private static final LocalDate FIRST = LocalDate.parse("2012-01-02");
    private static final int DAYS = 6;

    private final Random random;
    private final CaseStory story = new CaseStory(FIRST.toString());
    private final List<CommandId> meetings = new ArrayList<>();
    private final List<CommandId> own = new ArrayList<>();
    private final List<CommandId> leads = new ArrayList<>();
    private final List<CommandId> remarks = new ArrayList<>();
    private final List<CommandId> disagreements = new ArrayList<>();
    private int entries;

    RandomHistory(long seed) {
        this.random = new Random(seed);
        IntStream.range(0, 4 + random.nextInt(14)).forEach(_ -> something());
    }

    List<RecordedEvent> events() {
        return story.events();
    }

    /** Any moment of the days of the history, those of its own included. */
    Instant moment() {
        List<RecordedEvent> events = story.events();
        RecordedEvent any = events.get(random.nextInt(events.size()));
        return switch (random.nextInt(3)) {
            case 0 -> any.recordedAt();
            case 1 -> any.occurredAt();
            default -> Instant.parse(time());
        };
    }

    private void something() {
        if (random.nextInt(3) == 0) {
            Instant later = story.last().recordedAt().plusSeconds(43_200L * random.nextInt(3));
            story.recordedAt(later.toString());
        }
        switch (random.nextInt(10)) {
            case 0, 1, 2 -> meetings.add(story.session(time(), told()));
            case 3 -> own.add(story.ownEntries(time(), told()));
            case 4 -> {
                LocalDate from = day();
                leads.add(story.command(lead(story.nextCommand(), from), from));
            }
            case 5, 6 -> amended();
            case 7, 8 -> remarks.add(story.inError(target()));
            default -> disagreed();
        }
    }

    private Entry[] told() {
        return IntStream.range(0, random.nextInt(4))
                .mapToObj(_ -> ++entries)
                .map(n -> valueTold(n, n, "first"))
                .toArray(Entry[]::new);
    }

    private void amended() {
        String words = "again " + random.nextInt();
        int kind = random.nextInt(5);
        if (kind < 2 && !meetings.isEmpty()) {
            CommandId id = any(meetings);
            remarks.add(story.amended(id, header(id, time(), WORKER, WORKER)));
        } else if (kind == 2 && !own.isEmpty()) {
            CommandId id = any(own);
            remarks.add(
                    story.amended(
                            PERSON,
                            id,
                            new OwnEntriesWritten(id, CASE, Instant.parse(time()), PERSON)));
        } else if (kind == 3 && !leads.isEmpty()) {
            CommandId id = any(leads);
            remarks.add(story.amended(id, lead(id, day())));
        } else if (entries > 0) {
            int n = 1 + random.nextInt(entries);
            remarks.add(story.amended(entry(n), valueTold(n, n, words)));
        }
    }

    private void disagreed() {
        if (disagreements.isEmpty() || random.nextBoolean()) {
            CommandId id = story.disagreed(target(), PERSON, "otherwise");
            disagreements.add(id);
            remarks.add(id);
        } else {
            remarks.add(story.replied(any(disagreements), WORKER, "so I heard it"));
        }
    }

    private Id target() {
        List<Id> targets = new ArrayList<>();
        IntStream.rangeClosed(1, entries).forEach(n -> targets.add(entry(n)));
        targets.addAll(meetings);
        targets.addAll(own);
        targets.addAll(leads);
        targets.addAll(remarks);
        return targets.isEmpty() ? CaseStory.command(1) : any(targets);
    }

    private <T> T any(List<T> list) {
        return list.get(random.nextInt(list.size()));
    }

    private LocalDate day() {
        return FIRST.plusDays(random.nextInt(DAYS));
    }

    private String time() {
        return day() + "T" + (random.nextBoolean() ? "00" : "12") + ":00:00Z";
    }

    private static CareCoordinatorAssigned lead(CommandId id, LocalDate from) {
        return new CareCoordinatorAssigned(
                id, CASE, COORDINATOR, CoordinatorRole.KEY_WORKER, from, SYSTEM);
    }
}
