package org.refocusrecord.query.door;

import static org.assertj.core.api.Assertions.assertThat;

import static java.nio.charset.StandardCharsets.UTF_8;

import org.junit.jupiter.api.AutoClose;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.refocusrecord.eventlog.Appending;
import org.refocusrecord.eventlog.EventIds;
import org.refocusrecord.eventlog.EventLog;
import org.refocusrecord.eventlog.RecordedEvent;
import org.refocusrecord.eventlog.keys.MasterKeyFile;
import org.refocusrecord.eventlog.keys.Randomness;
import org.refocusrecord.eventlog.store.Append;
import org.refocusrecord.eventlog.store.ContentGuard;
import org.refocusrecord.eventlog.store.Erasure;
import org.refocusrecord.eventlog.store.LogMigrations;
import org.refocusrecord.eventlog.store.LogStore;
import org.refocusrecord.eventlog.store.NewRow;
import org.refocusrecord.query.caseload.CaseInLog;
import org.refocusrecord.query.projection.StoryLog;
import org.refocusrecord.query.team.TeamStory;
import org.refocusrecord.security.Caller;
import org.refocusrecord.security.Role;
import org.refocusrecord.testkit.TestDatabase;

import java.nio.file.Path;
import java.util.List;
import java.util.Set;
import java.util.UUID;

/**
 * What waits is shown to administrators of its trust; nothing that the doors take parks a stream.
 */
class AskingForTheTrustOfAStreamTest {

    @AutoClose
    private final TestDatabase database = TestDatabase.migrated("log", LogMigrations::apply);

    private EventLog open(Path folder) {
        return new EventLog(
                new LogStore(database.appender()),
                new MasterKeyFile(folder.resolve("master.key"), Randomness.secure()).open(false),
                Randomness.secure());
    }

    @Test
    void a_case_and_a_team_are_for_their_trust_and_a_study_for_all(@TempDir Path folder) {
        EventLog log = open(folder);
        StoryLog story = new StoryLog();
        new TeamStory(story, TeamStory.TEAM);
        new CaseInLog(story, 1, TeamStory.TEAM, "2012-01-05", 1);
        story.page(0, 2).forEach(event -> append(log, event));
        StreamTrusts trusts = new StreamTrusts(log);

        String team = "team/" + TeamStory.TEAM;
        String aCase = "case/" + CaseInLog.caseId(1);
        String missing = "case/" + CaseInLog.caseId(2);
        String study = "study/" + TeamStory.STUDY;
        List<String> all = List.of(team, aCase, aCase, missing, study);

        assertThat(trusts.of("SLAM", all)).containsExactlyInAnyOrder(team, aCase, study);
        assertThat(trusts.of("GLOS", all)).containsExactly(study);
        assertThat(trusts.of(null, all)).containsExactlyInAnyOrder(team, aCase, missing, study);
        assertThat(trusts.isOneOf(auditor("SLAM"), CaseInLog.caseId(1))).isTrue();
        assertThat(trusts.isOneOf(auditor("GLOS"), CaseInLog.caseId(1))).isFalse();
    }

    @Test
    void a_stream_whose_first_event_is_no_json_is_of_no_trust(@TempDir Path folder) {
        EventLog log = open(folder);
        StoryLog story = new StoryLog();
        new TeamStory(story, TeamStory.TEAM);
        story.page(0, 1).forEach(event -> append(log, event));
        String garbled = "case/" + CaseInLog.caseId(1);
        appendGarbled(log, garbled);
        StreamTrusts trusts = new StreamTrusts(log);
        List<String> all = List.of("team/" + TeamStory.TEAM, garbled);

        assertThat(trusts.of("SLAM", all)).containsExactly("team/" + TeamStory.TEAM);
        assertThat(trusts.of(null, all)).contains(garbled);
        // Whoever asks for all cases of his trust is not told that there is no more than he sees.
        assertThat(trusts.isOneOf(auditor("SLAM"), CaseInLog.caseId(1))).isTrue();
        assertThat(trusts.isOneOf(auditor("GLOS"), CaseInLog.caseId(1))).isTrue();
    }

    private static Caller auditor(String trust) {
        return new Caller("account", Set.of(Role.AUDITOR), trust, null, null, null, Set.of());
    }

    private static void appendGarbled(EventLog log, String stream) {
        UUID own = log.store().recordKeys("log/content").getLast().id();
        log.store()
                .append(
                        new Append(
                                UUID.randomUUID(),
                                new ContentGuard(new byte[32], own),
                                stream,
                                0,
                                null,
                                "account",
                                "OTHER/registry",
                                List.of(
                                        new NewRow(
                                                EventIds.next().value(),
                                                "case.opened",
                                                1,
                                                null,
                                                "{\"trust\":\"SLAM".getBytes(UTF_8),
                                                null)),
                                null,
                                Erasure.NONE));
    }

    private static void append(EventLog log, RecordedEvent event) {
        log.append(
                Appending.whateverCameLast(
                        event.stream(),
                        event.sequence(),
                        event.commandId(),
                        "{}",
                        "account",
                        event.recordedBy(),
                        List.of(
                                new Appending.Pending(
                                        EventIds.next(), event.event(), event.occurredAt()))));
    }
}
