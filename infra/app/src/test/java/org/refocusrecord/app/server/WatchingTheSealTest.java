package org.refocusrecord.app.server;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.AutoClose;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.refocusrecord.eventlog.Appending;
import org.refocusrecord.eventlog.Appending.Pending;
import org.refocusrecord.eventlog.Arrivals;
import org.refocusrecord.eventlog.EventIds;
import org.refocusrecord.eventlog.EventLog;
import org.refocusrecord.eventlog.keys.MasterKeyFile;
import org.refocusrecord.eventlog.keys.Randomness;
import org.refocusrecord.eventlog.seal.SealSettings;
import org.refocusrecord.eventlog.seal.Sealed;
import org.refocusrecord.eventlog.seal.Sealer;
import org.refocusrecord.eventlog.seal.SignerKey;
import org.refocusrecord.eventlog.store.LogMigrations;
import org.refocusrecord.eventlog.store.LogStore;
import org.refocusrecord.events.CommandId;
import org.refocusrecord.events.JsonText;
import org.refocusrecord.events.Party;
import org.refocusrecord.events.Person;
import org.refocusrecord.events.StudyId;
import org.refocusrecord.events.study.DefinitionPublished;
import org.refocusrecord.testkit.TestDatabase;

import java.nio.file.Path;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Clock;
import java.time.Duration;
import java.util.List;

/** A node that has no fault of its own to tell, since another one does the sealing. */
class WatchingTheSealTest {

    private static final Person SOMEBODY = new Person(Party.OTHER, "somebody");
    private static final Duration AN_HOUR = Duration.ofHours(1);

    @AutoClose
    private final TestDatabase database = TestDatabase.migrated("log", LogMigrations::apply);

    @TempDir private Path keys;
    private EventLog log;
    private Arrivals arrivals;
    private Sealer sealer;

    @BeforeEach
    void three_events_are_signed() {
        Randomness randomness = Randomness.secure();
        log =
                new EventLog(
                        new LogStore(database.appender()),
                        new MasterKeyFile(keys.resolve("master.key"), randomness).open(false),
                        randomness);
        arrivals = new Arrivals(database.reader());
        sealer =
                new Sealer(
                        log,
                        database.appender(),
                        database.reader(),
                        arrivals,
                        SignerKey.of("somebody.example", randomness.bytes(SignerKey.SEED)),
                        SealSettings.DEFAULT);
        published(3);
        sealer.through(3);
    }

    @AfterEach
    void it_ends() {
        arrivals.close();
    }

    @Test
    void where_all_is_signed_it_is_well() {
        assertThat(isWell(Duration.ZERO)).isTrue();
    }

    @Test
    void what_is_not_signed_yet_may_wait_a_while() {
        published(1);

        assertThat(isWell(AN_HOUR)).isTrue();
        assertThat(isWell(Duration.ofMillis(-1))).isFalse();
    }

    @Test
    void where_what_is_to_be_signed_next_is_missing_it_is_not_well() throws SQLException {
        published(3);

        takenOut(4);
        assertThat(isWell(AN_HOUR)).isFalse();

        takenOut(5);
        assertThat(isWell(AN_HOUR)).isFalse();
    }

    private boolean isWell(Duration patience) {
        try (SealWatch watch =
                new SealWatch(
                        log,
                        new Sealed(database.appender()),
                        sealer,
                        patience,
                        Clock.systemUTC())) {
            return watch.isWell();
        }
    }

    private void published(int times) {
        for (int time = 0; time < times; time++) {
            CommandId command = new CommandId(EventIds.next().value());
            StudyId study = new StudyId(command.value());
            log.append(
                    Appending.whateverCameLast(
                            "study/" + study,
                            0,
                            command,
                            "{}",
                            "somebody",
                            SOMEBODY,
                            List.of(
                                    new Pending(
                                            EventIds.next(),
                                            new DefinitionPublished(
                                                    command,
                                                    study,
                                                    "reach",
                                                    "1",
                                                    new JsonText("{}"),
                                                    SOMEBODY),
                                            null))));
        }
    }

    private void takenOut(long position) throws SQLException {
        try (Connection owner = database.owner().getConnection();
                Statement statement = owner.createStatement()) {
            statement.execute("alter table refocus_log.event disable trigger all");
            statement.execute("delete from refocus_log.event where position = " + position);
        }
    }
}
