package org.refocusrecord.query.evidence;

import org.refocusrecord.eventlog.Appending;
import org.refocusrecord.eventlog.Appending.Pending;
import org.refocusrecord.eventlog.Arrivals;
import org.refocusrecord.eventlog.EventIds;
import org.refocusrecord.eventlog.EventLog;
import org.refocusrecord.eventlog.Forgetting;
import org.refocusrecord.eventlog.Receipt;
import org.refocusrecord.eventlog.keys.MasterKeyFile;
import org.refocusrecord.eventlog.keys.Randomness;
import org.refocusrecord.eventlog.seal.SealKeyFile;
import org.refocusrecord.eventlog.seal.SealSettings;
import org.refocusrecord.eventlog.seal.Sealed;
import org.refocusrecord.eventlog.seal.Sealer;
import org.refocusrecord.eventlog.seal.SignerKey;
import org.refocusrecord.eventlog.store.LogMigrations;
import org.refocusrecord.eventlog.store.LogStore;
import org.refocusrecord.events.CaseId;
import org.refocusrecord.events.CommandId;
import org.refocusrecord.events.EntryId;
import org.refocusrecord.events.Event;
import org.refocusrecord.events.EventId;
import org.refocusrecord.events.GoalId;
import org.refocusrecord.events.Party;
import org.refocusrecord.events.Person;
import org.refocusrecord.events.ServiceUserId;
import org.refocusrecord.events.Sharing;
import org.refocusrecord.events.TeamId;
import org.refocusrecord.events.Wording;
import org.refocusrecord.events.Words;
import org.refocusrecord.events.casefile.CaseOpened;
import org.refocusrecord.events.correction.WordsErased;
import org.refocusrecord.events.goal.GoalVoiced;
import org.refocusrecord.events.session.OwnEntriesWritten;
import org.refocusrecord.query.access.AccessLog;
import org.refocusrecord.query.access.AccessSettings;
import org.refocusrecord.query.door.CaseReads;
import org.refocusrecord.query.door.ReadPoints;
import org.refocusrecord.query.door.ReadSettings;
import org.refocusrecord.query.projection.LogFeed;
import org.refocusrecord.security.Caller;
import org.refocusrecord.security.Role;
import org.refocusrecord.testkit.TestDatabase;
import org.springframework.mock.web.MockHttpServletRequest;
import org.springframework.mock.web.MockHttpServletResponse;

import java.io.IOException;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Set;
import java.util.UUID;

import javax.sql.DataSource;

/** A case in which a person has said something that can be erased, and evidence of it for him. */
final class CaseWithASecret implements AutoCloseable {

    static final String SECRET = "To be left in peace by my brother.";

    private static final Instant AT = Instant.parse("2012-03-14T10:00:00Z");

    private final TestDatabase database = TestDatabase.migrated("log", LogMigrations::apply);
    private final Arrivals arrivals = new Arrivals(database.reader());
    private final CaseId caseId = new CaseId(UUID.randomUUID());
    private final ServiceUserId serviceUser = new ServiceUserId(UUID.randomUUID());
    private final Person person = new Person(Party.SERVICE_USER, serviceUser.toString());
    private final EventLog log;
    private final EventId voiced;
    private long next;

    /** With a master key in this folder. */
    CaseWithASecret(Path folder) {
        log =
                new EventLog(
                        new LogStore(database.appender()),
                        new MasterKeyFile(folder.resolve("master.key"), Randomness.secure())
                                .open(false),
                        Randomness.secure());
        record(new Forgetting.Nothing(), opened());
        voiced =
                record(
                                new Forgetting.Nothing(),
                                new OwnEntriesWritten(command(), caseId, AT, person),
                                new GoalVoiced(
                                        new EntryId(UUID.randomUUID()),
                                        new GoalId(UUID.randomUUID()),
                                        new Words.Said(
                                                SECRET,
                                                person,
                                                Wording.WRITTEN_BY_THEM,
                                                null,
                                                Sharing.TEAM),
                                        null))
                        .lines()
                        .getLast()
                        .eventId();
    }

    void erase() {
        record(
                new Forgetting.OfEvents(Set.of(voiced)),
                new WordsErased(command(), caseId, command(), person));
    }

    EvidenceFile evidence() throws IOException {
        return EvidenceFile.read(zip(), EvidenceFile.MOST);
    }

    byte[] zip() throws IOException {
        return zip(looks());
    }

    /** By what it is looked through whether the head is noted. */
    DataSource looks() {
        return database.reader();
    }

    byte[] zip(DataSource looks) throws IOException {
        UUID logId = log.store().identity().logId();
        SignerKey key = SignerKey.of(SealKeyFile.origin(logId), new byte[32]);
        ReadPoints points =
                new ReadPoints(new LogFeed(log, arrivals), Clock.systemUTC(), ZoneOffset.UTC);
        MockHttpServletResponse response = new MockHttpServletResponse();
        AccessLog accesses =
                new AccessLog(
                        _ -> {},
                        new AccessSettings(Duration.ofMillis(100), 1_000, null),
                        Clock.systemUTC());
        new EvidenceController(
                        log,
                        new Sealer(
                                log,
                                database.appender(),
                                looks,
                                arrivals,
                                key,
                                SealSettings.DEFAULT),
                        new Sealed(database.reader()),
                        new CaseReads(log, points, accesses),
                        points,
                        new ReadSettings(Duration.ofDays(2)))
                .evidence(
                        caseId.toString(),
                        new Caller(
                                "me",
                                Set.of(Role.SERVICE_USER),
                                "SLAM",
                                null,
                                null,
                                serviceUser,
                                Set.of()),
                        null,
                        new MockHttpServletRequest(),
                        response);
        return response.getContentAsByteArray();
    }

    private CaseOpened opened() {
        return new CaseOpened(
                command(),
                caseId,
                serviceUser,
                "SLAM",
                new TeamId(UUID.randomUUID()),
                null,
                LocalDate.of(2012, 1, 2),
                person);
    }

    private Receipt record(Forgetting forgetting, Event... events) {
        Receipt receipt =
                log.append(
                        new Appending(
                                "case/" + caseId,
                                next,
                                null,
                                command(),
                                "{}",
                                "somebody",
                                person,
                                List.of(events).stream()
                                        .map(event -> new Pending(EventIds.next(), event, AT))
                                        .toList(),
                                forgetting));
        next += events.length;
        return receipt;
    }

    private static CommandId command() {
        return new CommandId(UUID.randomUUID());
    }

    @Override
    public void close() {
        arrivals.close();
        database.close();
    }
}
