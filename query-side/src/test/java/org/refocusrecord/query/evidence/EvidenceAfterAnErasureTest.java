package org.refocusrecord.query.evidence;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.junit.jupiter.api.AutoClose;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
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
import org.refocusrecord.query.door.CaseReads;
import org.refocusrecord.query.door.ReadPoints;
import org.refocusrecord.query.door.ReadSettings;
import org.refocusrecord.query.projection.LogFeed;
import org.refocusrecord.security.Caller;
import org.refocusrecord.security.Role;
import org.refocusrecord.testkit.TestDatabase;
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

class EvidenceAfterAnErasureTest {

    private static final Instant AT = Instant.parse("2012-03-14T10:00:00Z");
    private static final String SECRET = "To be left in peace by my brother.";

    @TempDir static Path folder;

    @AutoClose
    private final TestDatabase database = TestDatabase.migrated("log", LogMigrations::apply);

    @AutoClose private final Arrivals arrivals = new Arrivals(database.reader());
    private final EventLog log =
            new EventLog(
                    new LogStore(database.appender()),
                    new MasterKeyFile(folder.resolve("master.key"), Randomness.secure())
                            .open(false),
                    Randomness.secure());
    private final CaseId caseId = new CaseId(UUID.randomUUID());
    private final ServiceUserId serviceUser = new ServiceUserId(UUID.randomUUID());
    private final Person person = new Person(Party.SERVICE_USER, serviceUser.toString());
    private EventId voiced = EventIds.next();
    private long next;

    @BeforeEach
    void with_a_case_in_which_something_was_said() {
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

    @Test
    void before_it_the_text_is_disclosed_and_proven() throws IOException {
        EvidenceFile evidence = evidence();

        assertThat(EvidenceCheck.of(evidence, null, null).findings()).isEmpty();
        assertThat(evidence.text(Part.DISCLOSURES)).contains(SECRET);
        assertThat(evidence.text(Part.PLAN)).contains(SECRET);
    }

    @Test
    void after_it_evidence_is_sound_and_says_that_the_text_was_erased() throws IOException {
        erase();
        EvidenceFile evidence = evidence();

        assertThat(EvidenceCheck.of(evidence, null, null).findings()).isEmpty();
        assertThat(evidence.text(Part.DISCLOSURES)).isEmpty();
        assertThat(evidence.text(Part.PLAN))
                .contains("\"text\":null,\"withheld\":\"ERASED\"")
                .doesNotContain(SECRET);
    }

    @Test
    void evidence_that_was_given_before_stays_sound() throws IOException {
        EvidenceFile before = evidence();
        erase();

        assertThat(EvidenceCheck.of(before, null, evidence().text(Part.CHECKPOINT)).findings())
                .singleElement()
                .asString()
                .startsWith("the evidence rests on an old checkpoint");
        assertThat(EvidenceCheck.of(before, null, null).findings()).isEmpty();
    }

    @Test
    void what_was_not_erased_cannot_be_said_to_be() throws IOException {
        EvidenceFile evidence = evidence();
        String plan =
                evidence.text(Part.PLAN)
                        .replace(
                                "\"text\":\"" + SECRET + "\"",
                                "\"text\":null,\"withheld\":\"ERASED\"");

        assertThat(EvidenceCheck.of(with(evidence, plan), null, null).findings())
                .isNotEmpty()
                .allMatch(finding -> finding.startsWith("the plan is not the one"));
    }

    private static EvidenceFile with(EvidenceFile evidence, String plan) throws IOException {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        try (EvidenceZip zip = new EvidenceZip(bytes)) {
            for (Part part : Part.values()) {
                boolean changed = part == Part.PLAN || part == Part.DISCLOSURES;
                byte[] content =
                        part == Part.PLAN ? plan.getBytes(StandardCharsets.UTF_8) : new byte[0];
                zip.part(part, out -> out.write(changed ? content : evidence.part(part)));
            }
        }
        return EvidenceFile.read(bytes.toByteArray(), 1 << 20);
    }

    @Test
    void a_zip_that_becomes_too_large_is_not_unpacked() throws IOException {
        byte[] zip = zip();

        assertThatThrownBy(() -> EvidenceFile.read(zip, 1_000))
                .isInstanceOf(UnreadableEvidence.class)
                .hasMessageContaining("larger");
    }

    private void erase() {
        record(
                new Forgetting.OfEvents(Set.of(voiced)),
                new WordsErased(command(), caseId, command(), person));
    }

    private EvidenceFile evidence() throws IOException {
        return EvidenceFile.read(zip(), EvidenceFile.MOST);
    }

    private byte[] zip() throws IOException {
        UUID logId = log.store().identity().logId();
        SignerKey key = SignerKey.of(SealKeyFile.origin(logId), new byte[32]);
        ReadPoints points =
                new ReadPoints(new LogFeed(log, arrivals), Clock.systemUTC(), ZoneOffset.UTC);
        MockHttpServletResponse response = new MockHttpServletResponse();
        new EvidenceController(
                        log,
                        new Sealer(
                                log,
                                database.appender(),
                                database.reader(),
                                arrivals,
                                key,
                                SealSettings.DEFAULT),
                        new Sealed(database.reader()),
                        new CaseReads(log, points),
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
}
