package org.refocusrecord.command;

import com.zaxxer.hikari.HikariConfig;
import com.zaxxer.hikari.HikariDataSource;

import org.axonframework.config.Configuration;
import org.refocusrecord.command.casefile.CaseCommand;
import org.refocusrecord.command.casefile.CaseState;
import org.refocusrecord.command.door.Asked;
import org.refocusrecord.command.door.DispatchDoor;
import org.refocusrecord.command.door.DispatchDoor.Outcome;
import org.refocusrecord.command.door.Scoped;
import org.refocusrecord.command.door.StateDoor;
import org.refocusrecord.command.example.Cast;
import org.refocusrecord.command.example.Telling;
import org.refocusrecord.command.team.TeamCommand;
import org.refocusrecord.eventlog.EventLog;
import org.refocusrecord.eventlog.Receipt;
import org.refocusrecord.eventlog.json.Upcasters;
import org.refocusrecord.eventlog.keys.MasterKey;
import org.refocusrecord.eventlog.keys.Randomness;
import org.refocusrecord.eventlog.store.LogStore;
import org.refocusrecord.testkit.TestDatabase;

import java.sql.Connection;
import java.sql.SQLException;
import java.time.Duration;
import java.time.ZoneId;
import java.util.concurrent.Executor;
import java.util.concurrent.atomic.AtomicLong;

/** A node of the service, as far as commands go. */
final class Node implements AutoCloseable {

    static final Duration LONGEST_TURN = Duration.ofSeconds(2);

    final EventLog log;
    final StateDoor states;
    final DispatchDoor door;
    private final AtomicLong asked = new AtomicLong();
    private final HikariDataSource connections;
    private final Configuration axon;

    Node(TestDatabase database, MasterKey master, long mostEvents) {
        this(database, master, mostEvents, Cast.LONDON, Runnable::run);
    }

    /**
     * A node.
     *
     * @param leisure where it writes snapshots
     */
    Node(TestDatabase database, MasterKey master, long mostEvents, ZoneId zone, Executor leisure) {
        connections = pool(database);
        log = new EventLog(new LogStore(connections), master, Randomness.secure());
        states = new StateDoor(log, zone, mostEvents, Upcasters.NONE, leisure);
        axon = new CommandSideConfig().axon(log, zone, states);
        axon.start();
        door = new DispatchDoor(axon.commandBus(), log, states, LONGEST_TURN);
    }

    private HikariDataSource pool(TestDatabase database) {
        HikariConfig config = new HikariConfig();
        config.setDataSource(database.as("refocus_appender"));
        config.setMinimumIdle(0);
        return new HikariDataSource(config) {
            @Override
            public Connection getConnection() throws SQLException {
                asked.incrementAndGet();
                return super.getConnection();
            }
        };
    }

    /** How often it asked the database: each question is a transaction of its own. */
    long asked() {
        return asked.get();
    }

    CaseState atHead() {
        return states.cases().atHead(CaseCommand.streamOf(Cast.CASE));
    }

    Receipt records(Telling telling) {
        return recorded(tells(telling));
    }

    Outcome tells(Telling telling) {
        CaseCommand command = telling.command(telling.posting());
        return door.dispatch(Asked.of(command), loading -> states.scoped(command, loading));
    }

    Receipt records(TeamCommand command) {
        return recorded(
                door.dispatch(
                        Asked.of(command),
                        loading ->
                                new Scoped.OfTeam(
                                        command, states.teams().of(command.stream(), loading))));
    }

    private static Receipt recorded(Outcome outcome) {
        if (outcome instanceof Outcome.RecordedNow(Receipt receipt)) {
            return receipt;
        }
        throw new AssertionError("recorded before");
    }

    @Override
    public void close() {
        axon.shutdown();
        connections.close();
    }
}
