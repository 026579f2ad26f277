package org.refocusrecord.app.faults;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.AutoClose;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator.ReplaceUnderscores;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.refocusrecord.app.postgres.MadeAlready;
import org.refocusrecord.app.server.RefocusServer;
import org.refocusrecord.app.server.StartOrder;
import org.refocusrecord.security.LocalIssuer;
import org.refocusrecord.security.Role;
import org.refocusrecord.security.TokenRequest;

import java.io.IOException;
import java.net.InetSocketAddress;
import java.net.Socket;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.sql.Connection;
import java.time.Instant;
import java.util.List;

/** A server on which two may go through many cases at once, and both read no further. */
@DisplayNameGeneration(ReplaceUnderscores.class)
@Timeout(300)
class TurningExportsAwayTest {

    private static final String EXPORT = "/api/v1/care-plans";
    private static final String SAMPLE = "/api/v1/audit/plan-actions?dates=2011-03-31&people=3";

    /** More than fits between a server and somebody who does not read. */
    private static final int CASES = 40;

    @TempDir private static Path folder;
    private static final Gauges GAUGES = new Gauges();
    @AutoClose private static RefocusServer server;
    private static String url = "";
    private static Path data;
    private static Door door;
    private static Team team;
    private static String auditor = "";
    private static String caseId = "";

    @BeforeAll
    static void cases_of_whom_much_was_said() throws Exception {
        data = MadeAlready.in(folder.resolve("data"));
        List<String> settings =
                List.of(
                        GAUGES.setting(),
                        "--refocus.most-walks=2",
                        // They read no further for as long as that takes here.
                        "--server.tomcat.connection-timeout=10m");
        server = new RefocusServer(new StartOrder(data, 0, null, settings), _ -> {});
        url = server.start();
        door = new Door(url);
        team = Team.on(data, door);
        auditor = LocalIssuer.in(data).token(TokenRequest.of(Role.AUDITOR), Instant.now());
        for (int number = 0; number < CASES; number++) {
            caseId = team.openCaseOfManyWords(door);
        }
    }

    @Test
    void a_third_is_told_to_come_again_and_whoever_asks_for_less_waits_for_neither()
            throws Exception {
        try (Socket one = exporting()) {
            try (Socket other = exporting()) {
                assertThat(walks("all")).isEqualTo(2);
                Door.Answer third = door.get(EXPORT, team.reading());
                assertThat(third.status()).as(third.toString()).isEqualTo(503);
                assertThat(third.json().path("code").asString()).isEqualTo("log.busy");
                assertThat(third.response().headers().firstValue("Retry-After")).isPresent();
                assertThat(status("/api/v1/audit/cohorts", auditor)).isEqualTo(503);
                whoeverAsksForLessIsAnswered();
                assertThat(team.openCase(door)).as("recorded").isNotEmpty();
                other.setSoLinger(true, 0);
            }
            Eventually.await(() -> walks("all") == 1);
            Door.Answer page = door.get("/api/v1/cases?asOf=2011-03-14", team.reading());
            assertThat(page.status()).as(page.toString()).isEqualTo(200);
            assertThat(walks("all")).as("one still does not read").isEqualTo(1);
            one.setSoLinger(true, 0);
        }
        Eventually.await(() -> walks("all") == 0);
        assertThat(GAUGES.of("refocus.walks.waiting")).isZero();
    }

    private static void whoeverAsksForLessIsAnswered() throws Exception {
        String plan = "/api/v1/cases/" + caseId + "/care-plan";
        assertThat(status(plan, team.reading())).isEqualTo(200);
        assertThat(status("/api/v1/audit/goals", auditor)).as("a page").isEqualTo(200);
        assertThat(status("/api/v1/audit/cohorts?caseId=" + caseId, auditor))
                .as("one alone")
                .isEqualTo(200);
    }

    @ParameterizedTest
    @ValueSource(strings = {EXPORT, SAMPLE, "/api/v1/audit/goals"})
    void whoever_asks_for_cases_that_cannot_be_looked_for_keeps_no_place(String path)
            throws Exception {
        try (Connection superuser = new DatabaseProcesses(data).asSuperuser()) {
            Sql.run(superuser, "alter table refocus_views.case_file rename to put_away");
            try {
                for (int more = 0; more < 3; more++) {
                    assertThat(status(path, auditor)).isEqualTo(503);
                }
                assertThat(walks("all") + walks("page")).isZero();
            } finally {
                Sql.run(superuser, "alter table refocus_views.put_away rename to case_file");
            }
        }
        assertThat(status(path, auditor)).isEqualTo(200);
    }

    @Test
    void whoever_waits_for_a_view_in_vain_keeps_no_place() throws Exception {
        assertThat(ofTheView("pause")).isEqualTo(200);
        team.openCase(door);
        for (String path : List.of(EXPORT, "/api/v1/audit/goals")) {
            assertThat(status(path, auditor)).as(path).isEqualTo(503);
        }
        assertThat(walks("all") + walks("page")).isZero();
        assertThat(ofTheView("resume")).isEqualTo(200);
        assertThat(status(EXPORT, auditor)).isEqualTo(200);
    }

    private static int ofTheView(String what) throws Exception {
        return door.post("/api/v1/projections/caseload/" + what, "{}", team.administering())
                .status();
    }

    private static double walks(String of) {
        return GAUGES.of("refocus.walks", "of", of);
    }

    private static int status(String path, String token) throws Exception {
        return door.get(path, token).status();
    }

    /** Asks for all plans, and reads no further than the first line of the answer. */
    private static Socket exporting() throws IOException {
        URI server = URI.create(url);
        Socket socket = new Socket();
        socket.setReceiveBufferSize(4096);
        socket.connect(new InetSocketAddress(server.getHost(), server.getPort()));
        String request =
                """
                GET %s HTTP/1.1\r
                Host: %s\r
                Authorization: Bearer %s\r
                \r
                """
                        .formatted(EXPORT, server.getAuthority(), team.reading());
        socket.getOutputStream().write(request.getBytes(StandardCharsets.US_ASCII));
        byte[] some = socket.getInputStream().readNBytes(12);
        assertThat(new String(some, StandardCharsets.US_ASCII)).isEqualTo("HTTP/1.1 200");
        return socket;
    }
}
