package org.refocusrecord.app.journey;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator.ReplaceUnderscores;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.refocusrecord.app.RefocusRecord;
import org.refocusrecord.security.Role;
import org.refocusrecord.security.TokenRequest;
import org.refocusrecord.web.json.JsonAnswers;

import picocli.CommandLine;

import tools.jackson.databind.JsonNode;

import java.io.IOException;
import java.io.OutputStream;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.net.Socket;
import java.net.URI;
import java.net.http.HttpRequest.BodyPublishers;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.IntStream;

/** History comes in bulk, a command a line, and is recorded as if each had been posted alone. */
@DisplayNameGeneration(ReplaceUnderscores.class)
class ImportingHistoryTest {

    private static final String LINES = "application/x-ndjson";

    private final Story story = Story.begun();

    @Test
    void a_line_is_recorded_as_if_it_had_been_posted_alone() {
        Body session = session();
        Body closure = closure();

        List<JsonNode> outcomes =
                outcomes(story.system, line("session", session), line("closure", closure));

        assertThat(outcomes)
                .extracting(ImportingHistoryTest::told)
                .containsExactly("1 RECORDED", "2 RECORDED");
        assertThat(outcomes.getFirst().path("receipt"))
                .isEqualTo(
                        story.service
                                .get(
                                        "/api/v1/sessions/"
                                                + session.text("sessionId")
                                                + "/receipt",
                                        story.system)
                                .found()
                                .body());
        assertThat(story.told())
                .containsExactly("case.opened", "session.held", "goal.voiced", "case.closed");
    }

    @Test
    void what_was_recorded_by_one_door_is_a_repeat_at_the_other() {
        Body alone = session();
        JsonNode receipt = story.post(alone).recorded().body();
        Body inBulk = closure();
        JsonNode other = outcomes(story.system, line("closure", inBulk)).getFirst().path("receipt");

        List<JsonNode> outcomes =
                outcomes(story.system, line("session", alone), line("closure", inBulk));

        assertThat(outcomes)
                .extracting(ImportingHistoryTest::told)
                .containsExactly("1 REPEATED", "2 REPEATED");
        assertThat(outcomes)
                .extracting(outcome -> outcome.path("receipt"))
                .containsExactly(receipt, other);
        Answer again = story.command("closure", inBulk.without("caseId"), story.system).found();
        assertThat(again.body()).isEqualTo(other);
        assertThat(again.header("Repeated")).isEqualTo("true");
    }

    @Test
    void a_line_that_is_refused_says_why_and_the_others_go_on() {
        List<JsonNode> outcomes =
                outcomes(
                        story.system,
                        "{\"command\": \"session\", \"body\": {",
                        "{\"command\": \"sessions\", \"body\": {}}",
                        "{\"command\": \"session\", \"body\": {}, \"also\": 1, \"also\": 2}",
                        line("closure", closure().without("caseId")),
                        line("closure", closure().with("caseId", 17)),
                        line("session", session().with("mood", "good")),
                        line("session", session().with("caseId", Story.id())),
                        line("team", story.teamBody(Story.id())),
                        line("session", session().with("noise", "x".repeat(2 << 20))),
                        line("session", session().with("mood", lists(31))),
                        line("session", session().with("mood", lists(32))),
                        line("session", session()));

        assertThat(outcomes)
                .extracting(ImportingHistoryTest::told)
                .containsExactly(
                        "1 REFUSED json.not-readable ",
                        "2 REFUSED value.not-allowed /command",
                        "3 REFUSED field.unknown /also json.key-twice /also",
                        "4 REFUSED field.missing /body/caseId",
                        "5 REFUSED field.wrong-type /body/caseId",
                        "6 REFUSED field.unknown /body/mood",
                        "7 REFUSED case.unknown /body",
                        "8 REFUSED role.not-enough /body",
                        "9 REFUSED body.too-large ",
                        "10 REFUSED field.unknown /body/mood",
                        "11 REFUSED json.too-deep /body/mood" + "/0".repeat(31),
                        "12 RECORDED");
    }

    @Test
    void lines_of_one_case_are_recorded_in_their_order_and_may_rest_on_those_before() {
        List<String> lines = new ArrayList<>();
        List<List<String>> goals = new ArrayList<>();
        List<String> cases = IntStream.range(0, 20).mapToObj(_ -> Story.id()).toList();
        for (String aCase : cases) {
            lines.add(line("case", story.caseBody(aCase, Story.id())));
            goals.add(new ArrayList<>());
        }
        for (int meeting = 0; meeting < 15; meeting++) {
            for (int index = 0; index < cases.size(); index++) {
                String goal = Story.id();
                goals.get(index).add(goal);
                Body step = Entries.stepPlanned(goal, Story.id(), "STAFF");
                lines.add(
                        line(
                                "session",
                                meeting(cases.get(index), Entries.goalSet(goal, "To sing."))));
                lines.add(line("session", meeting(cases.get(index), step)));
            }
        }

        List<JsonNode> outcomes = outcomes(story.system, lines.toArray(String[]::new));

        assertThat(outcomes)
                .extracting(outcome -> outcome.path("outcome").asString())
                .containsOnly("RECORDED");
        for (int index = 0; index < cases.size(); index++) {
            assertThat(
                            story
                                    .service
                                    .get(
                                            "/api/v1/cases/"
                                                    + cases.get(index)
                                                    + "/events?limit=1000",
                                            story.auditor)
                                    .found()
                                    .at("/events")
                                    .findValuesAsString("goalId")
                                    .stream()
                                    .distinct())
                    .containsExactlyElementsOf(goals.get(index));
        }
    }

    @Test
    void a_team_and_its_cases_may_come_in_one_import() {
        String both =
                story.service.token(
                        TokenRequest.of(Role.ADMIN, Role.CLINICAL_SYSTEM).trust(story.trust));
        String team = Story.id();
        Body opening = story.caseBody(Story.id(), Story.id()).with("teamId", team);

        assertThat(outcomes(both, line("team", story.teamBody(team)), line("case", opening)))
                .extracting(ImportingHistoryTest::told)
                .containsExactly("1 RECORDED", "2 RECORDED");
    }

    @Test
    void an_import_that_is_broken_off_can_be_sent_again() throws IOException {
        List<String> lines =
                IntStream.range(0, 300).mapToObj(_ -> line("session", session())).toList();
        String whole = String.join("\n", lines) + "\n";
        URI uri = URI.create(story.service.url());
        try (Socket socket = new Socket(uri.getHost(), uri.getPort())) {
            OutputStream out = socket.getOutputStream();
            byte[] bytes = whole.getBytes(StandardCharsets.UTF_8);
            out.write(
                    """
                    POST /api/v1/imports HTTP/1.1\r
                    Host: localhost\r
                    Authorization: Bearer %s\r
                    Content-Type: %s\r
                    Content-Length: %d\r
                    \r
                    """
                            .formatted(story.system, LINES, bytes.length)
                            .getBytes(StandardCharsets.UTF_8));
            out.write(bytes, 0, bytes.length / 2);
            out.flush();
            assertThat(socket.getInputStream().read(new byte[100])).isPositive();
        }

        List<JsonNode> outcomes = outcomes(story.system, lines.toArray(String[]::new));

        assertThat(outcomes).hasSize(300);
        assertThat(outcomes)
                .extracting(outcome -> outcome.path("outcome").asString())
                .containsOnly("RECORDED", "REPEATED")
                .contains("REPEATED");
        assertThat(story.told()).hasSize(1 + 2 * 300);
    }

    @Test
    void a_line_of_white_space_is_empty_and_has_no_outcome() {
        assertThat(outcomes(story.system, " ", "\t\r", line("session", session()), "\r", "none"))
                .extracting(ImportingHistoryTest::told)
                .containsExactly("3 RECORDED", "5 REFUSED json.not-readable ");
    }

    @Test
    void only_who_may_post_anything_may_import_and_only_lines() {
        send(story.auditor, LINES, "").refused(403, "role.not-enough ");
        send(story.system, "application/json", "").refused(415, "body.not-json ");
        assertThat(send(story.system, LINES, "").found().asText()).isEmpty();
    }

    @Test
    void the_command_line_sends_files_and_keeps_what_was_refused(@TempDir Path folder)
            throws IOException {
        Path file = folder.resolve("history.ndjson");
        Body good = session();
        Files.writeString(
                file,
                "\n"
                        + line("session", good)
                        + "\n\n"
                        + line("session", session().with("mood", 1))
                        + "\nnonsense");
        StringWriter said = new StringWriter();
        CommandLine call = RefocusRecord.commandLine().setErr(new PrintWriter(said));
        String[] arguments = {
            "import", file.toString(), "--url", story.service.url(), "--token", story.system
        };

        assertThat(call.execute(arguments)).isEqualTo(1);
        assertThat(call.execute(arguments)).isEqualTo(1);

        List<JsonNode> refused =
                Files.readAllLines(folder.resolve("history.ndjson.refused.ndjson")).stream()
                        .map(JsonAnswers.mapper()::readTree)
                        .toList();
        assertThat(refused).extracting(line -> line.path("line").asInt()).containsExactly(4, 5);
        assertThat(refused)
                .extracting(line -> line.path("problem").path("code").asString())
                .containsExactly("field.unknown", "json.not-readable");
        JsonNode sent = JsonAnswers.mapper().readTree(refused.getFirst().path("sent").asString());
        assertThat(sent.at("/body/mood").asInt()).isEqualTo(1);
        assertThat(refused.getLast().path("sent").asString()).isEqualTo("nonsense");
        assertThat(story.told()).containsExactly("case.opened", "session.held", "goal.voiced");
    }

    @Test
    void the_command_line_neither_sends_nor_keeps_a_line_that_is_longer_than_the_server_takes(
            @TempDir Path folder) throws IOException {
        Path file = folder.resolve("history.ndjson");
        Body before = session();
        Body after = session();
        Files.writeString(
                file,
                line("session", before)
                        + "\n"
                        + line("session", session().with("noise", "x".repeat(6 << 20)))
                        + "\n"
                        + line("session", after));
        String[] arguments = {
            "import", file.toString(), "--url", story.service.url(), "--token", story.system
        };

        assertThat(RefocusRecord.commandLine().execute(arguments)).isEqualTo(1);

        assertThat(Files.readAllLines(folder.resolve("history.ndjson.refused.ndjson")))
                .singleElement()
                .extracting(JsonAnswers.mapper()::readTree)
                .satisfies(refused -> {
                    assertThat(refused.path("line").asInt()).isEqualTo(2);
                    assertThat(refused.at("/problem/code").asString()).isEqualTo("body.too-large");
                    assertThat(refused.path("sent").isNull()).isTrue();
                });
        assertThat(outcomes(story.system, line("session", before), line("session", after)))
                .extracting(ImportingHistoryTest::told)
                .containsExactly("1 REPEATED", "2 REPEATED");
    }

    /** With the body that they stand in, 32 levels are one more than these. */
    private static List<?> lists(int levels) {
        List<?> lists = List.of();
        for (int level = 1; level < levels; level++) {
            lists = List.of(lists);
        }
        return lists;
    }

    private Body session() {
        return meeting(story.caseId, Entries.goalVoiced(Story.id(), "To sing."));
    }

    private Body meeting(String aCase, Body entry) {
        return story.session("2011-03-14T10:00:00Z", entry).with("caseId", aCase);
    }

    private Body closure() {
        return Body.of(
                "commandId",
                Story.id(),
                "caseId",
                story.caseId,
                "reason",
                "MOVED_AWAY",
                "on",
                "2012-01-05",
                "recordedBy",
                Story.worker(story.worker));
    }

    private static String line(String command, Body body) {
        return Body.of("command", command, "body", body).toString();
    }

    private List<JsonNode> outcomes(String token, String... lines) {
        return send(token, LINES, String.join("\n", lines))
                .found()
                .asText()
                .lines()
                .map(JsonAnswers.mapper()::readTree)
                .toList();
    }

    private Answer send(String token, String type, String lines) {
        return story.service.send(
                story.service
                        .request("/api/v1/imports", token)
                        .header("Content-Type", type)
                        .POST(BodyPublishers.ofString(lines)));
    }

    private static String told(JsonNode outcome) {
        StringBuilder told =
                new StringBuilder(
                        outcome.path("line").asInt() + " " + outcome.path("outcome").asString());
        for (JsonNode fault : outcome.path("problem").path("errors")) {
            told.append(' ')
                    .append(fault.path("code").asString())
                    .append(' ')
                    .append(fault.path("pointer").asString());
        }
        return told.toString();
    }
}
