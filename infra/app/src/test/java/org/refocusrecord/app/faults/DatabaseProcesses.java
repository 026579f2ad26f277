package org.refocusrecord.app.faults;

import org.postgresql.ds.PGSimpleDataSource;
import org.refocusrecord.app.data.DataFolder;
import org.refocusrecord.app.data.Passwords;
import org.refocusrecord.app.postgres.EmbeddedDatabase;

import java.io.IOException;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.random.RandomGenerator;

/** The processes of the PostgreSQL in a data folder, and the way into it that its owner has. */
final class DatabaseProcesses {

    private static final String BACKENDS =
            "select pid from pg_stat_activity where usename in ('refocus_appender',"
                    + " 'refocus_projector') order by pid";

    private final DataFolder folder;

    DatabaseProcesses(Path data) {
        this.folder = DataFolder.at(data);
    }

    /** As the owner, by the URL that {@code db-url} prints. */
    Connection asOwner() throws SQLException {
        URI url = URI.create(EmbeddedDatabase.ownerUrl(folder));
        String[] login = url.getUserInfo().split(":", 2);
        return as(url, login[0], login[1]);
    }

    /** As the one who has made the database; whatever records and reads logs in as others. */
    Connection asSuperuser() throws SQLException {
        URI url = URI.create(EmbeddedDatabase.ownerUrl(folder));
        return as(url, "postgres", new Passwords(folder).of("postgres"));
    }

    private static Connection as(URI url, String user, String password) throws SQLException {
        PGSimpleDataSource dataSource = new PGSimpleDataSource();
        dataSource.setUrl("jdbc:postgresql://127.0.0.1:" + url.getPort() + url.getPath());
        dataSource.setUser(user);
        dataSource.setPassword(password);
        return dataSource.getConnection();
    }

    /** Kills the one that all others come from. */
    void killPostmaster() throws IOException {
        ProcessHandle postmaster = postmaster();
        postmaster.destroyForcibly();
        postmaster.onExit().join();
    }

    /** Ends it in one of its own ways: INT for fast, QUIT for at once. */
    void endPostmaster(String signal) throws IOException, InterruptedException {
        ProcessHandle postmaster = postmaster();
        String pid = Long.toString(postmaster.pid());
        int code = new ProcessBuilder("kill", "-" + signal, pid).start().waitFor();
        if (code != 0) {
            throw new AssertionError("the postmaster cannot be signalled: " + code);
        }
        postmaster.onExit().join();
    }

    /** Kills one of those that work for the server's pools. */
    void killBackend(RandomGenerator random) throws IOException, SQLException {
        List<ProcessHandle> backends = backends(postmaster());
        backends.get(random.nextInt(backends.size())).destroyForcibly();
    }

    private ProcessHandle postmaster() throws IOException {
        Path note = folder.database().resolve("postmaster.pid");
        long pid = Long.parseLong(Files.readAllLines(note).getFirst().strip());
        return ProcessHandle.of(pid)
                .filter(found -> found.info().command().orElse("").endsWith("postgres"))
                .orElseThrow(() -> new AssertionError("no postmaster " + pid));
    }

    private List<ProcessHandle> backends(ProcessHandle postmaster) throws SQLException {
        List<ProcessHandle> backends = new ArrayList<>();
        try (Connection connection = asOwner();
                Statement statement = connection.createStatement();
                ResultSet pids = statement.executeQuery(BACKENDS)) {
            while (pids.next()) {
                ProcessHandle.of(pids.getLong(1))
                        .filter(found -> found.parent().equals(Optional.of(postmaster)))
                        .ifPresent(backends::add);
            }
        }
        return backends;
    }
}
