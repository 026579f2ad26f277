package org.refocusrecord.app.journey;

import org.refocusrecord.app.data.DataFolder;
import org.refocusrecord.app.postgres.EmbeddedDatabase;

import java.net.URI;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;

/** Somebody with the owner's power over the database, who does what nobody may. */
final class LogTampering {

    private final String url;

    private LogTampering(String url) {
        this.url = url;
    }

    static LogTampering on(Path data) {
        URI owner = URI.create(EmbeddedDatabase.ownerUrl(DataFolder.existing(data)));
        String[] login = owner.getRawUserInfo().split(":", 2);
        return new LogTampering(
                "jdbc:postgresql://%s:%d%s?user=%s&password=%s"
                        .formatted(
                                owner.getHost(),
                                owner.getPort(),
                                owner.getPath(),
                                login[0],
                                login[1]));
    }

    /** As the owner, to do it by hand. */
    Connection connection() throws SQLException {
        return DriverManager.getConnection(url);
    }

    /** In one transaction without the guards, which then stand as before. */
    void execute(String change) throws SQLException {
        try (Connection connection = connection();
                Statement statement = connection.createStatement()) {
            connection.setAutoCommit(false);
            statement.execute("alter table refocus_log.event disable trigger event_only_grows");
            statement.execute(change);
            statement.execute(
                    "alter table refocus_log.event enable always trigger event_only_grows");
            connection.commit();
        }
    }

    /** Until it is closed the events of a type in a case are of a kind that nobody knows. */
    static Unknown unknown(Story story, String type) throws SQLException {
        Unknown unknown = new Unknown(on(story.service.data()), type);
        unknown.log.execute(
                """
                create table public.known as
                    select stream, sequence, event_id from refocus_log.event
                     where stream = 'case/%1$s' and type = '%2$s';
                update refocus_log.event
                   set type = 'goal.dreamt-of', event_id = gen_random_uuid()
                 where stream = 'case/%1$s' and type = '%2$s'
                """
                        .formatted(story.caseId, type));
        return unknown;
    }

    /** The database fails at so many tries to write events of a case, in this way. */
    static Failing failing(Story story, int times, String state) throws SQLException {
        Failing failing = new Failing(on(story.service.data()));
        failing.log.execute(
                """
                create sequence public.tries;
                create function public.fail() returns trigger language plpgsql
                    security definer as $$
                begin
                    if new.stream = 'case/%s' and nextval('public.tries') <= %d then
                        raise exception 'as it might be' using errcode = '%s';
                    end if;
                    return new;
                end $$;
                create trigger failing before insert on refocus_log.event
                    for each row execute function public.fail();
                alter table refocus_log.event enable always trigger failing
                """
                        .formatted(story.caseId, times, state));
        return failing;
    }

    /** What it does until it is closed. */
    record Failing(LogTampering log) implements AutoCloseable {

        /** How often somebody has tried. */
        long tries() throws SQLException {
            try (Connection connection = log.connection();
                    Statement statement = connection.createStatement();
                    ResultSet row =
                            statement.executeQuery(
                                    "select last_value, is_called from public.tries")) {
                row.next();
                return row.getBoolean(2) ? row.getLong(1) : 0;
            }
        }

        @Override
        public void close() throws SQLException {
            log.execute(
                    """
                    drop trigger failing on refocus_log.event;
                    drop function public.fail();
                    drop sequence public.tries
                    """);
        }
    }

    /** Events that a newer program might have written, and that no server has seen. */
    record Unknown(LogTampering log, String type) implements AutoCloseable {

        @Override
        public void close() throws SQLException {
            log.execute(
                    """
                    update refocus_log.event e
                       set type = '%s', event_id = k.event_id from public.known k
                     where e.stream = k.stream and e.sequence = k.sequence;
                    drop table public.known
                    """
                            .formatted(type));
        }
    }
}
