package org.refocusrecord.app.faults;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.OptionalLong;
import java.util.UUID;
import java.util.function.LongPredicate;

/**
 * Triggers that an owner has put into the log's tables of a database that is there for tests alone.
 * At one that is shut for a command, whoever writes that command waits for a lock, so that it can
 * be struck there and nowhere else; all others pass. The tree and its checkpoints are of no
 * command.
 */
final class Gates {

    private static final long GATE = 4_711;

    private static final String MADE =
            """
            create schema gates;
            create table gates.shut (step text primary key, command_id uuid, stream text);
            grant usage on schema gates to public;
            grant select on gates.shut to public;
            create function gates.wait() returns trigger language plpgsql as $$
            begin
                if exists (select from gates.shut where step = tg_argv[0]) then
                    perform pg_advisory_xact_lock_shared(4711);
                end if;
                return new;
            end
            $$;
            -- A key is written before the events are, and says of which case it is; of that case no other command is sent.
            create function gates.wait_of_case() returns trigger language plpgsql as $$
            begin
                if exists (select from gates.shut s join refocus_keys.record_key k on k.stream = s.stream
                            where s.step = tg_argv[0] and k.id = new.record_key_id) then
                    perform pg_advisory_xact_lock_shared(4711);
                end if;
                return new;
            end
            $$;
            -- Where a row says which command it is of.
            create function gates.wait_of() returns trigger language plpgsql as $$
            begin
                if exists (select from gates.shut where step = tg_argv[0] and command_id = new.command_id) then
                    perform pg_advisory_xact_lock_shared(4711);
                end if;
                return new;
            end
            $$;
            create trigger z_gate before insert on refocus_keys.data_key
                for each row execute function gates.wait_of_case('UNDER_THE_LOCK');
            create trigger z_gate_after after insert on refocus_keys.data_key
                for each row execute function gates.wait_of_case('KEYS_WRITTEN');
            create trigger z_gate before insert on refocus_log.event
                for each row when (new.content_mac is null)
                execute function gates.wait_of('EVENTS_HALF_WRITTEN');
            create trigger z_gate_after after insert on refocus_log.event
                for each row execute function gates.wait_of('EVENTS_WRITTEN');
            create constraint trigger z_gate_commit after insert on refocus_log.event
                deferrable initially deferred
                for each row execute function gates.wait_of('COMMITTING');
            create trigger z_gate before update on refocus_seal.tree
                for each row execute function gates.wait('TREE_GROWING');
            create trigger z_gate before insert on refocus_seal.checkpoint
                for each row execute function gates.wait('CHECKPOINT_BEING_SIGNED');
            """;

    private static final String WAITING =
            """
            select pid from pg_locks
             where locktype = 'advisory' and not granted and objsubid = 1
               and database = (select oid from pg_database where datname = current_database())
               and (classid::bigint << 32 | objid::bigint) =
            """;

    private Gates() {}

    static void make(Connection owner) throws SQLException {
        Sql.run(owner, MADE);
    }

    /** Shuts one for a command, to be opened by {@link #open} or by whatever ends the session. */
    static void shut(Connection holder, Step step, Lane.Session session) throws SQLException {
        open(holder);
        try (PreparedStatement insert =
                holder.prepareStatement("insert into gates.shut values (?, ?, ?)")) {
            insert.setString(1, step.name());
            insert.setObject(2, UUID.fromString(session.id()));
            insert.setString(3, "case/" + session.caseId());
            insert.execute();
        }
        Sql.run(holder, "select pg_advisory_lock(" + GATE + ")");
    }

    /** Opens all. */
    static void open(Connection holder) throws SQLException {
        Sql.run(holder, "delete from gates.shut; select pg_advisory_unlock_all()");
    }

    /** The process that waits at the gate. */
    static OptionalLong waiting(Connection connection) throws SQLException {
        return waiting(connection, Long.toString(GATE), _ -> true);
    }

    /** A process that waits for a lock, and is one of these. */
    static OptionalLong waiting(Connection connection, String lock, LongPredicate ofThese)
            throws SQLException {
        try (Statement statement = connection.createStatement();
                ResultSet row = statement.executeQuery(WAITING + lock)) {
            while (row.next()) {
                if (ofThese.test(row.getLong(1))) {
                    return OptionalLong.of(row.getLong(1));
                }
            }
            return OptionalLong.empty();
        }
    }
}
