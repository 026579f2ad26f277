package org.refocusrecord.app.faults;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.AutoClose;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import org.refocusrecord.app.faults.Door.Answer;
import org.refocusrecord.app.postgres.MadeAlready;
import org.refocusrecord.app.server.Asking;
import org.refocusrecord.app.server.RefocusServer;
import org.refocusrecord.app.server.StartOrder;
import org.refocusrecord.security.LocalIssuer;
import org.refocusrecord.security.Role;
import org.refocusrecord.security.TokenRequest;

import java.io.IOException;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.Instant;
import java.util.List;

/**
 * Views that are behind or stand still keep nobody from recording, and whoever looks after the
 * service sees both.
 */
@Timeout(300)
class StoppingTheViewsTest {

    private static final String VERSION =
            "update refocus_views.projection set version = version %s 1"
                    + " where name in ('caseload', 'notices')";

    /** Each view is in so many parts, and is told of once all the same. */
    private static final String PARTS = "--refocus.segments=3";

    private static final int ROUNDS = 5;

    @TempDir private static Path data;
    @AutoClose private static RefocusServer server;
    private static String url = "";
    private static Door door;
    private static Lane lane;

    @BeforeAll
    static void with_a_server() throws Exception {
        StartOrder order = new StartOrder(MadeAlready.in(data), 0, null, List.of(PARTS));
        server = new RefocusServer(order, _ -> {});
        url = server.start();
        door = new Door(url);
        lane = new Lane(Team.on(data, door), door);
    }

    @AfterEach
    void all_is_well_again() throws Exception {
        for (String health : List.of("recording", "views", "readiness")) {
            Eventually.await(() -> health(health) == 200);
        }
    }

    @Test
    void while_the_views_do_not_move_sessions_are_taken() throws Exception {
        try (Connection superuser = new DatabaseProcesses(data).asSuperuser()) {
            superuser.setAutoCommit(false);
            Sql.run(superuser, "select from refocus_views.projection for update");

            recordsAndSaysSo();

            superuser.rollback();
        }
    }

    @Test
    void while_views_are_of_a_release_that_is_gone_sessions_are_taken_and_it_is_told_once_of_each()
            throws Exception {
        try (Complaints complaints = Complaints.heard()) {
            run(VERSION.formatted("+"));
            Eventually.await(() -> state("caseload").equals("STRANDED"));
            Eventually.await(() -> state("notices").equals("STRANDED"));

            for (int rounds = 0; rounds < ROUNDS; rounds++) {
                recordsAndSaysSo();
                Eventually.await(() -> state("teams").equals("LIVE"));
            }

            // The next to look at the views says so.
            Eventually.await(() -> told(complaints).size() >= 2);
            assertThat(told(complaints))
                    .hasSize(2)
                    .anyMatch(words -> words.startsWith("view caseload stands still: "))
                    .anyMatch(words -> words.startsWith("view notices stands still: "))
                    .allMatch(words -> words.contains("which no running server brings"));
        } finally {
            run(VERSION.formatted("-"));
        }
    }

    private static List<String> told(Complaints complaints) {
        return complaints.words().stream()
                .filter(words -> words.contains("Stranded: "))
                .map(words -> words.substring(words.indexOf(": ") + 2))
                .toList();
    }

    private static void recordsAndSaysSo() throws Exception {
        Answer posted = lane.settle(lane.next(), door);

        assertThat(posted.status()).isEqualTo(201);
        assertThat(health("views")).isEqualTo(503);
        assertThat(health("readiness")).isEqualTo(503);
        assertThat(health("recording")).isEqualTo(200);
    }

    private static int health(String group) {
        try {
            return Asking.get(url + "/actuator/health/" + group).statusCode();
        } catch (IOException | InterruptedException away) {
            throw new AssertionError(away);
        }
    }

    /** What a view is said to be doing. */
    private static String state(String name) {
        try {
            String token = LocalIssuer.in(data).token(TokenRequest.of(Role.ADMIN), Instant.now());
            for (var view : door.get("/api/v1/projections", token).json()) {
                if (view.path("name").asString().equals(name)) {
                    return view.path("state").asString();
                }
            }
        } catch (IOException | InterruptedException away) {
            throw new AssertionError(away);
        }
        return "not there";
    }

    private static void run(String sql) throws SQLException {
        try (Connection superuser = new DatabaseProcesses(data).asSuperuser()) {
            Sql.run(superuser, sql);
        }
    }
}
