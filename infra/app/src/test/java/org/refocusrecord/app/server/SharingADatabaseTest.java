package org.refocusrecord.app.server;

import static org.assertj.core.api.Assertions.assertThat;

import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.refocusrecord.app.data.DataFolder;
import org.refocusrecord.app.postgres.DatabaseAccess;
import org.refocusrecord.app.postgres.EmbeddedDatabase;
import org.refocusrecord.app.postgres.MadeAlready;
import org.refocusrecord.app.postgres.Programs;
import org.refocusrecord.app.postgres.SharedDatabase;
import org.refocusrecord.security.LocalIssuer;
import org.refocusrecord.security.Role;
import org.refocusrecord.security.TokenRequest;
import org.refocusrecord.web.json.JsonAnswers;

import tools.jackson.databind.JsonNode;

import java.io.IOException;
import java.net.http.HttpResponse;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;

/** Two servers on one database share the work of keeping the views. */
class SharingADatabaseTest {

    /** How many segments each session holds: it locks each by a number of two halves. */
    private static final String HELD =
            """
            select count(*) from pg_locks
             where locktype = 'advisory' and mode = 'ExclusiveLock' and objsubid = 2 and granted
               and database = (select oid from pg_database where datname = current_database())
             group by pid order by 1
            """;

    @TempDir private Path first;
    @TempDir private Path second;
    @TempDir private Path given;

    @Test
    void each_has_its_share_and_when_one_goes_the_other_has_all() throws Exception {
        DataFolder folder = DataFolder.at(MadeAlready.in(given));
        try (EmbeddedDatabase database =
                new EmbeddedDatabase(folder, Programs.unpackedIn(folder.programs()), _ -> {})) {
            eachHasItsShare(SharedDatabase.in(database.start()));
        }
    }

    private void eachHasItsShare(String database) throws Exception {
        try (RefocusServer one = server(first, database, 4)) {
            String url = one.start();
            awaitHeld(database, 4);
            try (RefocusServer other = server(second, database, 4)) {
                copyKeys();
                String otherUrl = other.start();
                awaitHeld(database, 2, 2);

                registerTeams(otherUrl, LocalIssuer.in(second));
                for (JsonNode view : caughtUp(url)) {
                    assertThat(view.path("segments")).hasSize(4);
                    assertThat(view.path("handled")).isEqualTo(view.path("head"));
                }
            }
            awaitHeld(database, 4);
            registerTeams(url, LocalIssuer.in(first));
            caughtUp(url);
        }
    }

    @Test
    void started_with_another_number_it_cuts_them_anew_and_serves_on() throws Exception {
        String digest;
        try (RefocusServer one = server(MadeAlready.in(first), null, 2)) {
            String url = one.start();
            awaitHeld(ownerUrl(), 2);
            registerTeams(url, LocalIssuer.in(first));
            digest = digestOfTeams(url);
        }
        try (RefocusServer again = server(first, null, 5)) {
            String url = again.start();
            awaitHeld(ownerUrl(), 5);
            assertThat(digestOfTeams(url)).isEqualTo(digest);
            registerTeams(url, LocalIssuer.in(first));
            assertThat(digestOfTeams(url)).isNotEqualTo(digest);
        }
    }

    private static RefocusServer server(Path data, @Nullable String databaseUrl, int segments) {
        List<String> settings = List.of("--refocus.segments=" + segments);
        return new RefocusServer(new StartOrder(data, 0, databaseUrl, settings), _ -> {});
    }

    private String ownerUrl() {
        return EmbeddedDatabase.ownerUrl(DataFolder.at(first));
    }

    private void copyKeys() throws IOException {
        DataFolder from = DataFolder.at(first);
        DataFolder to = DataFolder.at(second);
        to.prepare();
        copy(from.masterKey(), to.masterKey());
        copy(from.sealKey(), to.sealKey());
    }

    private static void copy(Path from, Path to) throws IOException {
        Files.copy(from, to, StandardCopyOption.COPY_ATTRIBUTES);
    }

    private static void awaitHeld(String database, Integer... expected)
            throws SQLException, InterruptedException {
        long end = System.nanoTime() + Duration.ofSeconds(30).toNanos();
        while (!held(database).equals(List.of(expected)) && System.nanoTime() - end < 0) {
            Thread.sleep(50);
        }
        assertThat(held(database)).containsExactly(expected);
    }

    private static List<Integer> held(String database) throws SQLException {
        try (Connection connection = DatabaseAccess.owner(database).getConnection();
                Statement statement = connection.createStatement();
                ResultSet row = statement.executeQuery(HELD)) {
            List<Integer> held = new ArrayList<>();
            while (row.next()) {
                held.add(row.getInt(1));
            }
            return held;
        }
    }

    private static void registerTeams(String url, LocalIssuer issuer) throws Exception {
        String token = issuer.token(TokenRequest.of(Role.ADMIN).trust("SLAM"), Instant.now());
        for (int team = 0; team < 10; team++) {
            HttpResponse<String> answer =
                    Asking.post(
                            url + "/api/v1/teams",
                            token,
                            "application/json",
                            """
                            {"commandId": "%s", "teamId": "%s", "trust": "SLAM", "name": "A team",
                             "officialType": "RECOVERY"}
                            """
                                    .formatted(UUID.randomUUID(), UUID.randomUUID()));
            assertThat(answer.statusCode()).as(answer.body()).isEqualTo(201);
        }
    }

    /** How the views are, once all have come to the head of the log. */
    private JsonNode caughtUp(String url) throws Exception {
        for (int tries = 0; tries < 300; tries++) {
            JsonNode views = views(url);
            boolean all = !views.isEmpty();
            for (JsonNode view : views) {
                all &= view.path("state").asString().equals("LIVE");
            }
            if (all) {
                return views;
            }
            Thread.sleep(50);
        }
        throw new AssertionError("the views stay behind: " + views(url));
    }

    private JsonNode views(String url) throws Exception {
        String token = LocalIssuer.in(first).token(TokenRequest.of(Role.ADMIN), Instant.now());
        return JsonAnswers.mapper().readTree(Asking.get(url + "/api/v1/projections", token).body());
    }

    private String digestOfTeams(String url) throws Exception {
        for (JsonNode view : caughtUp(url)) {
            if (view.path("name").asString().equals("teams")) {
                return view.path("digest").asString();
            }
        }
        throw new AssertionError("no teams");
    }
}
