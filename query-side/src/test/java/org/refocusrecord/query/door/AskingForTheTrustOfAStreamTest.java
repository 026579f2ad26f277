package org.refocusrecord.query.door;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.AutoClose;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.refocusrecord.eventlog.Appending;
import org.refocusrecord.eventlog.EventIds;
import org.refocusrecord.eventlog.EventLog;
import org.refocusrecord.eventlog.RecordedEvent;
import org.refocusrecord.eventlog.keys.MasterKeyFile;
import org.refocusrecord.eventlog.keys.Randomness;
import org.refocusrecord.eventlog.store.LogMigrations;
import org.refocusrecord.eventlog.store.LogStore;
import org.refocusrecord.query.caseload.CaseInLog;
import org.refocusrecord.query.projection.StoryLog;
import org.refocusrecord.query.team.TeamStory;
import org.refocusrecord.testkit.TestDatabase;

import java.nio.file.Path;
import java.util.List;

/**
 * What waits is shown to administrators of its trust; nothing that the doors take parks a stream.
 */
class AskingForTheTrustOfAStreamTest {

    @AutoClose
    private final TestDatabase database = TestDatabase.migrated("log", LogMigrations::apply);

    @Test
    void a_case_and_a_team_are_for_their_trust_and_a_study_for_all(@TempDir Path folder) {
        EventLog log =
                new EventLog(
                        new LogStore(database.appender()),
                        new MasterKeyFile(folder.resolve("master.key"), Randomness.secure())
                                .open(false),
                        Randomness.secure());
        StoryLog story = new StoryLog();
        new TeamStory(story, TeamStory.TEAM);
        new CaseInLog(story, 1, TeamStory.TEAM, "2012-01-05", 1);
        story.page(0, 2).forEach(event -> append(log, event));
        StreamTrusts trusts = new StreamTrusts(log);

        for (String stream : List.of("team/" + TeamStory.TEAM, "case/" + CaseInLog.caseId(1))) {
            assertThat(trusts.isFor("SLAM", stream)).as(stream).isTrue();
            assertThat(trusts.isFor("GLOS", stream)).as(stream).isFalse();
            assertThat(trusts.isFor(null, stream)).as(stream).isTrue();
        }
        assertThat(trusts.isFor("SLAM", "study/" + TeamStory.STUDY)).isTrue();
        assertThat(trusts.isFor("SLAM", "case/" + CaseInLog.caseId(2))).isFalse();
    }

    private static void append(EventLog log, RecordedEvent event) {
        log.append(
                new Appending(
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
