package org.refocusrecord.app.journey;

import org.refocusrecord.app.data.DataFolder;
import org.refocusrecord.app.postgres.EmbeddedDatabase;

import java.net.URI;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
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
