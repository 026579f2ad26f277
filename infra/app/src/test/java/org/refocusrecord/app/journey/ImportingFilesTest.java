package org.refocusrecord.app.journey;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator.ReplaceUnderscores;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.refocusrecord.app.RefocusRecord;
import org.refocusrecord.web.json.JsonAnswers;

import picocli.CommandLine;

import tools.jackson.databind.JsonNode;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Base64;
import java.util.List;

/** The command line sends files of history, and keeps what was refused as it was sent. */
@DisplayNameGeneration(ReplaceUnderscores.class)
class ImportingFilesTest {

    private static final String DONE = "case.opened session.held goal.voiced";

    @TempDir private Path folder;
    private final Story story = Story.begun();
    private final StringWriter said = new StringWriter();

    @Test
    void a_refused_line_is_kept_as_it_stands_in_the_file() throws IOException {
        List<String> lines =
                List.of(
                        "{\"command\": \"session\", \"command\": \"case\", \"body\": {}}",
                        "{\"command\": \"session\",\t\"body\": {\"minutes\": 1e999999}}\r",
                        "{\"command\": \"session\", \"body\": {\"minutes\": 1.10}}",
                        "  nonsense \u00e9\ud83c\udf3b\u0000 ");
        byte[] noText = {'{', '"', (byte) 0xC3, '"', '}'};
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        bytes.writeBytes((String.join("\n", lines) + "\n").getBytes(StandardCharsets.UTF_8));
        bytes.writeBytes(noText);
        Path file = Files.write(folder.resolve("history.ndjson"), bytes.toByteArray());

        assertThat(imported(file)).isEqualTo(1);

        List<JsonNode> refused = refused(folder.resolve("history.ndjson.refused.ndjson"));
        assertThat(refused.subList(0, lines.size()))
                .extracting(line -> line.path("sent").asString(""))
                .containsExactlyElementsOf(lines);
        assertThat(refused.getLast().path("sent").isNull()).isTrue();
        assertThat(Base64.getDecoder().decode(refused.getLast().path("sentBase64").asString("")))
                .isEqualTo(noText);
        assertThat(refused)
                .extracting(line -> line.path("file").asString(""))
                .containsOnly(file.toString());
    }

    @Test
    void lines_of_white_space_are_empty_and_the_others_keep_their_numbers() throws IOException {
        Path file = folder.resolve("history.ndjson");
        Files.writeString(file, " \n\t\r\n\r\n" + line(session()) + "\r\n  \nnonsense\n \t");

        assertThat(imported(file)).isEqualTo(1);

        assertThat(refused(folder.resolve("history.ndjson.refused.ndjson")))
                .extracting(line -> line.path("line").asInt())
                .containsExactly(6);
        assertThat(String.join(" ", story.told())).isEqualTo(DONE);
    }

    @Test
    void a_file_that_cannot_be_read_is_found_before_anything_is_sent() throws IOException {
        Path file = Files.writeString(folder.resolve("history.ndjson"), line(session()));

        assertThat(imported(file, folder.resolve("missing.ndjson"))).isEqualTo(2);
        assertThat(imported(file, folder)).isEqualTo(2);

        assertThat(said.toString())
                .contains("missing.ndjson cannot be read: there is no such file. Nothing was sent.")
                .contains(folder + " cannot be read: it is a folder. Nothing was sent.");
        assertThat(story.told()).containsExactly("case.opened");
    }

    @Test
    void refused_lines_of_several_files_go_where_somebody_says() throws IOException {
        Path one = Files.writeString(folder.resolve("one.ndjson"), "nonsense\n" + line(session()));
        Path other = Files.writeString(folder.resolve("other.ndjson"), "\nnonsense");
        Path place = Files.writeString(folder.resolve("refused"), "from before");

        assertThat(imported("--refused", place, one, other)).isEqualTo(1);

        assertThat(refused(place))
                .extracting(line -> line.path("file").asString("") + line.path("line").asInt())
                .containsExactly(one + "1", other + "2");
        assertThat(folder).isDirectoryNotContaining("glob:**.refused.ndjson");
    }

    @Test
    void what_is_no_ordinary_file_has_its_refused_lines_in_the_working_folder() throws Exception {
        Path pipe = folder.resolve("pipe-" + story.trust);
        assertThat(new ProcessBuilder("mkfifo", pipe.toString()).start().waitFor()).isZero();
        Path place = Path.of(pipe.getFileName() + ".refused.ndjson");
        Thread.ofVirtual().start(() -> write(pipe, "nonsense\n" + line(session())));
        try {
            assertThat(imported(pipe)).isEqualTo(1);

            assertThat(refused(place)).hasSize(1);
            assertThat(folder).isDirectoryNotContaining("glob:**.refused.ndjson");
        } finally {
            Files.deleteIfExists(place);
        }
        assertThat(String.join(" ", story.told())).isEqualTo(DONE);
    }

    @Test
    void where_refused_lines_cannot_go_nothing_is_sent() throws IOException {
        Path file = Files.writeString(folder.resolve("history.ndjson"), line(session()));

        assertThat(imported("--refused", folder.resolve("missing/refused"), file)).isEqualTo(2);
        assertThat(imported("--refused", "/dev/null", file)).isEqualTo(2);
        assertThat(imported("--refused", file, file)).isEqualTo(2);

        assertThat(said.toString())
                .contains("cannot be written to " + folder.resolve("missing/refused"))
                .contains("/dev/null is no ordinary file")
                .contains("history.ndjson would be imported and be written anew");
        assertThat(file).isNotEmptyFile();
        assertThat(story.told()).containsExactly("case.opened");
    }

    @Test
    void where_one_place_cannot_be_what_was_left_at_the_others_stays() throws IOException {
        Path one = Files.writeString(folder.resolve("one.ndjson"), line(session()));
        Path left = Files.writeString(folder.resolve("one.ndjson.refused.ndjson"), "from before");
        Path other = Files.writeString(folder.resolve("other.ndjson"), line(session()));
        Files.createDirectory(folder.resolve("other.ndjson.refused.ndjson"));

        assertThat(imported(one, other)).isEqualTo(2);

        assertThat(said.toString()).contains("is no ordinary file").contains("Nothing was sent.");
        assertThat(left).content().isEqualTo("from before");
        assertThat(story.told()).containsExactly("case.opened");
    }

    private Body session() {
        return story.session("2011-03-14T10:00:00Z", Entries.goalVoiced(Story.id(), "To sing."));
    }

    private static String line(Body body) {
        return Body.of("command", "session", "body", body).toString();
    }

    private static void write(Path pipe, String lines) {
        try {
            Files.writeString(pipe, lines);
        } catch (IOException gone) {
            throw new IllegalStateException(gone);
        }
    }

    private static List<JsonNode> refused(Path place) throws IOException {
        return Files.readAllLines(place).stream().map(JsonAnswers.mapper()::readTree).toList();
    }

    private int imported(Object... more) {
        CommandLine call = RefocusRecord.commandLine().setErr(new PrintWriter(said, true));
        String[] arguments = new String[more.length + 5];
        List<String> first =
                List.of("import", "--url", story.service.url(), "--token", story.system);
        for (int index = 0; index < arguments.length; index++) {
            arguments[index] =
                    index < first.size() ? first.get(index) : more[index - first.size()].toString();
        }
        return call.execute(arguments);
    }
}
