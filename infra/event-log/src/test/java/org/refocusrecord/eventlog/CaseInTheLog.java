package org.refocusrecord.eventlog;

import org.refocusrecord.eventlog.Appending.Pending;
import org.refocusrecord.events.CaseId;
import org.refocusrecord.events.CommandId;
import org.refocusrecord.events.EntryId;
import org.refocusrecord.events.Event;
import org.refocusrecord.events.GoalId;
import org.refocusrecord.events.Party;
import org.refocusrecord.events.Person;
import org.refocusrecord.events.ServiceUserId;
import org.refocusrecord.events.Sharing;
import org.refocusrecord.events.StudyId;
import org.refocusrecord.events.TeamId;
import org.refocusrecord.events.Wording;
import org.refocusrecord.events.Words;
import org.refocusrecord.events.casefile.CaseOpened;
import org.refocusrecord.events.casefile.DeathNoted;
import org.refocusrecord.events.correction.WordsErased;
import org.refocusrecord.events.goal.GoalVoiced;
import org.refocusrecord.events.session.OwnEntriesWritten;
import org.refocusrecord.events.study.StudyRegistered;
import org.refocusrecord.events.team.TeamRegistered;
import org.refocusrecord.events.team.TeamType;

import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.UUID;

/** A case of its own for each test, and what can be recorded of it; each command has a new id. */
public final class CaseInTheLog {

    public static final Instant AT = Instant.parse("2012-03-14T10:00:00Z");
    private static final LocalDate DAY = LocalDate.of(2012, 1, 2);

    private final CaseId caseId = new CaseId(UUID.randomUUID());
    private final Person person = new Person(Party.SERVICE_USER, UUID.randomUUID().toString());
    private final Person worker = new Person(Party.STAFF, UUID.randomUUID().toString());

    public String stream() {
        return "case/" + caseId;
    }

    public Appending opening(String content) {
        CommandId command = command();
        return appending(
                stream(),
                0,
                command,
                content,
                new CaseOpened(
                        command,
                        caseId,
                        new ServiceUserId(UUID.fromString(person.id())),
                        "SLAM",
                        new TeamId(UUID.randomUUID()),
                        null,
                        DAY,
                        worker));
    }

    /** Two events, the second with words. */
    public Appending voicing(long next, String content, String text) {
        CommandId command = command();
        return appending(
                stream(),
                next,
                command,
                content,
                new OwnEntriesWritten(command, caseId, AT, person),
                new GoalVoiced(
                        new EntryId(UUID.randomUUID()),
                        new GoalId(UUID.randomUUID()),
                        new Words.Said(text, person, Wording.WRITTEN_BY_THEM, null, Sharing.TEAM),
                        null));
    }

    /** Without any words. */
    public Appending death(long next, String content) {
        CommandId command = command();
        return appending(
                stream(), next, command, content, new DeathNoted(command, caseId, DAY, worker));
    }

    /** The same, recorded by this person. */
    public Appending deathToldBy(Person recordedBy, long next) {
        CommandId command = command();
        return Appending.whateverCameLast(
                stream(),
                next,
                command,
                "told",
                "ward-system",
                recordedBy,
                List.of(
                        new Pending(
                                EventIds.next(),
                                new DeathNoted(command, caseId, DAY, recordedBy),
                                AT)));
    }

    public Appending erasing(long next, String content, Forgetting forgetting) {
        CommandId command = command();
        Event erased = new WordsErased(command, caseId, command(), worker);
        return new Appending(
                stream(),
                next,
                null,
                command,
                content,
                "administrator",
                worker,
                List.of(new Pending(EventIds.next(), erased, null)),
                forgetting);
    }

    public Appending team(String content) {
        CommandId command = command();
        TeamId team = new TeamId(UUID.randomUUID());
        return appending(
                "team/" + team,
                0,
                command,
                content,
                new TeamRegistered(
                        command, team, "SLAM", "A team", TeamType.RECOVERY, null, worker));
    }

    public Appending study(String content) {
        CommandId command = command();
        StudyId study = new StudyId(UUID.randomUUID());
        return appending(
                "study/" + study,
                0,
                command,
                content,
                new StudyRegistered(command, study, "A study", DAY, worker));
    }

    private Appending appending(
            String stream, long next, CommandId command, String content, Event... events) {
        return Appending.whateverCameLast(
                stream,
                next,
                command,
                content,
                "ward-system",
                worker,
                List.of(events).stream()
                        .map(event -> new Pending(EventIds.next(), event, AT))
                        .toList());
    }

    public static CommandId command() {
        return new CommandId(UUID.randomUUID());
    }
}
