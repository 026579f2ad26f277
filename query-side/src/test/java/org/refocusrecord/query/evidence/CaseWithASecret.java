package org.refocusrecord.query.evidence;

import org.refocusrecord.eventlog.Appending;
import org.refocusrecord.eventlog.Appending.Pending;
import org.refocusrecord.eventlog.Arrivals;
import org.refocusrecord.eventlog.EventIds;
import org.refocusrecord.eventlog.EventLog;
import org.refocusrecord.eventlog.Forgetting;
import org.refocusrecord.eventlog.Receipt;
import org.refocusrecord.eventlog.json.TimeText;
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
import org.refocusrecord.query.access.What;
import org.refocusrecord.query.door.CaseReads;
import org.refocusrecord.query.door.CaseReads.OpenCase;
import org.refocusrecord.query.door.ReadPoints;
import org.refocusrecord.query.door.ReadSettings;
import org.refocusrecord.query.projection.LogFeed;
import org.refocusrecord.security.Caller;
import org.refocusrecord.security.Role;
import org.refocusrecord.testkit.TestDatabase;
import org.refocusrecord.web.query.Queries;
import org.refocusrecord.web.query.QueryClock;
import org.refocusrecord.web.query.QueryValues;
import org.springframework.mock.web.MockHttpServletRequest;
import org.springframework.mock.web.MockHttpServletResponse;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
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
        voiced = record(new Forgetting.Nothing(), said()).lines().getLast().eventId();
    }

    private Event[] said() {
        return new Event[] {
            new OwnEntriesWritten(command(), caseId, AT, person),
            new GoalVoiced(
                    new EntryId(UUID.randomUUID()),
                    new GoalId(UUID.randomUUID()),
                    new Words.Said(SECRET, person, Wording.WRITTEN_BY_THEM, null, Sharing.TEAM),
                    null)
        };
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
        MockHttpServletResponse response = new MockHttpServletResponse();
        ReadPoints points = points();
        new EvidenceController(
                        log,
                        sealer(looks),
                        new Sealed(database.reader()),
                        new CaseReads(log, points, accesses()),
                        points,
                        new ReadSettings(Duration.ofDays(2)))
                .evidence(
                        caseId.toString(), caller(), null, new MockHttpServletRequest(), response);
        return response.getContentAsByteArray();
    }

    /** Of a log that somebody made up, in which a case has no opening. */
    EvidenceFile withoutOpening() throws IOException {
        OpenCase real = open();
        String stream = "case/" + new CaseId(UUID.randomUUID());
        next = 0;
        record(stream, new Forgetting.Nothing(), said());
        OpenCase made =
                new OpenCase(
                        real.caseId(),
                        real.asking(),
                        real.role(),
                        real.reader(),
                        log.stream(stream),
                        real.history());
        Sealer sealer = sealer(looks());
        CaseEvidence evidence =
                new CaseEvidence(
                        log,
                        new Sealed(database.reader()),
                        new CaseReads(log, points(), accesses()),
                        made,
                        sealer.withHeadsThrough(stream, made.stream().getLast().position()));
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        try (EvidenceZip zip = new EvidenceZip(bytes)) {
            zip.part(Part.EVENTS, evidence::events);
            zip.part(Part.PROOFS, evidence::proofs);
            zip.part(Part.HEADS, out -> evidence.heads(out, ZoneOffset.UTC));
            zip.part(Part.CHECKPOINT, out -> out.write(bytes(evidence.checkpoint())));
            zip.part(Part.KEY, out -> out.write(bytes(sealer.publicKey() + "\n")));
            zip.part(Part.DISCLOSURES, evidence::disclosures);
            String knownAt = TimeText.of(made.stream().getLast().recordedAt());
            zip.part(Part.PLAN, out -> out.write(bytes("{\"knownAt\":\"" + knownAt + "\"}")));
        }
        return EvidenceFile.read(bytes.toByteArray(), EvidenceFile.MOST);
    }

    private static byte[] bytes(String text) {
        return text.getBytes(StandardCharsets.UTF_8);
    }

    private OpenCase open() {
        CaseReads cases = new CaseReads(log, points(), accesses());
        QueryValues query =
                Queries.of("/cases/{id}/evidence")
                        .read(new MockHttpServletRequest(), new QueryClock(AT, ZoneOffset.UTC));
        return cases.openIfInScope(cases.asks(caller(), null, What.EVIDENCE, query), caseId)
                .orElseThrow();
    }

    private Caller caller() {
        return new Caller(
                "me", Set.of(Role.SERVICE_USER), "SLAM", null, null, serviceUser, Set.of());
    }

    private ReadPoints points() {
        return new ReadPoints(new LogFeed(log, arrivals), Clock.systemUTC(), ZoneOffset.UTC);
    }

    private static AccessLog accesses() {
        return new AccessLog(
                _ -> {},
                new AccessSettings(Duration.ofMillis(100), 1_000, null),
                Clock.systemUTC());
    }

    private Sealer sealer(DataSource looks) {
        UUID logId = log.store().identity().logId();
        SignerKey key = SignerKey.of(SealKeyFile.origin(logId), new byte[32]);
        return new Sealer(log, database.appender(), looks, arrivals, key, SealSettings.DEFAULT);
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
        return record("case/" + caseId, forgetting, events);
    }

    private Receipt record(String stream, Forgetting forgetting, Event... events) {
        Receipt receipt =
                log.append(
                        new Appending(
                                stream,
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
