package org.refocusrecord.app.readme;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.AutoClose;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.refocusrecord.app.demo.Trial;
import org.refocusrecord.app.demo.trial.TrialSize;
import org.refocusrecord.app.server.RefocusServer;
import org.refocusrecord.app.server.StartOrder;

import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import java.util.concurrent.TimeUnit;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * The first session of the README and what the guide to keys does after it, line by line, with the
 * shell and curl that a reader would use.
 */
class RunningTheReadmeTest {

    private static final String README = "README.md";
    private static final JsonMapper JSON = JsonMapper.shared();
    private static final Pattern BODY = Pattern.compile("^post [^']*'([^']*)'$", Pattern.MULTILINE);

    @TempDir static Path folder;

    @AutoClose static RefocusServer server;

    private static String url;

    @BeforeAll
    static void start() {
        server = new RefocusServer(StartOrder.embedded(folder.resolve("data"), 0), progress -> {});
        url = server.start();
    }

    @Test
    void the_first_session_of_the_readme_runs_as_it_stands_and_again_and_then_its_erasure()
            throws Exception {
        launcher();
        List<String> first = run(README);
        assertThat(first).hasSize(8).noneMatch(line -> line.contains("/problems/"));
        assertThat(first.get(5)).contains("\"answer\":\"AGREE\"").contains("OWN_ACT");
        assertThat(first.get(6)).contains("\"acceptance\":[]").doesNotContain("OWN_ACT");
        assertThat(first.get(7)).contains("\"proposedBy\":{\"party\":\"STAFF\"");

        List<String> again = run(README);
        assertThat(again.subList(0, 5)).isEqualTo(first.subList(0, 5));

        List<String> history = run("docs/history.md");
        assertThat(history).hasSize(4).noneMatch(line -> line.contains("/problems/"));
        assertThat(history.getFirst()).contains("\"field\":\"acceptance\"").contains("OWN_ACT");
        assertThat(history.get(1)).contains("goal answered by the service user; agree");
        assertThat(history.get(2)).contains("\"month\":\"2011-06\"").contains("\"agreed\":1");
        assertThat(history.get(3)).contains("\"people\":1,\"plans\":1,\"actions\":1");
        assertThat(printed()).contains("Care plan of case 124579c0-858b-4246-91f3-7753222bdf36");
        assertThat(Files.readString(folder.resolve("responsibility.svg"))).startsWith("<svg");

        List<String> erased = run("docs/keys.md");
        assertThat(erased).hasSize(2);
        assertThat(erased.getFirst()).contains("\"words.erasure-asked\"");
        assertThat(erased.getLast()).contains("\"words.erased\"");
        assertThat(run(README).get(6)).contains("\"withheld\":\"ERASED\"");
    }

    @Test
    void its_posts_are_how_a_story_of_the_demo_begins() throws IOException {
        Trial trial = Trial.of(new TrialSize(2011, 27, 12, 1));
        Set<JsonNode> demo =
                Stream.of(trial.stages().get(1).getFirst(), trial.stages().get(2).getFirst())
                        .flatMap(line -> line.posts().get().stream())
                        .map(post -> JSON.readTree(post.body()))
                        .collect(Collectors.toSet());

        List<JsonNode> readme =
                BODY.matcher(example(README))
                        .results()
                        .map(body -> JSON.readTree(body.group(1)))
                        .toList();

        assertThat(readme).hasSize(5).allMatch(demo::contains);
    }

    @Test
    void the_readme_is_short() throws IOException {
        assertThat(Files.readAllLines(readme())).hasSizeLessThanOrEqualTo(150);
    }

    /** Stands for the launcher in the folder of the reader: the same program, without a build. */
    private static void launcher() throws IOException {
        Path launcher = folder.resolve("refocus");
        Files.writeString(
                launcher,
                """
                #!/bin/sh
                [ "$1" = verify ] || set -- "$@" --data '%3$s'
                exec '%1$s' -XX:TieredStopAtLevel=1 -XX:+UseSerialGC -cp '%2$s' \
                  org.refocusrecord.app.RefocusRecord "$@"
                """
                        .formatted(
                                Path.of(System.getProperty("java.home"), "bin", "java"),
                                System.getProperty("java.class.path"),
                                folder.resolve("data")));
        assertThat(launcher.toFile().setExecutable(true)).isTrue();
    }

    private static String printed() throws IOException {
        return Files.readString(folder.resolve("output"));
    }

    private static List<String> run(String guide) throws IOException, InterruptedException {
        Path output = folder.resolve("output");
        ProcessBuilder shell = new ProcessBuilder("sh", "-e", "-c", example(guide));
        shell.environment().put("URL", url);
        shell.directory(folder.toFile())
                .redirectOutput(output.toFile())
                .redirectError(folder.resolve("errors").toFile());
        Process process = shell.start();
        assertThat(process.waitFor(120, TimeUnit.SECONDS)).isTrue();
        assertThat(process.exitValue()).as(Files.readString(folder.resolve("errors"))).isZero();
        return Files.readAllLines(output).stream().filter(line -> line.startsWith("{")).toList();
    }

    private static String example(String guide) throws IOException {
        String text = Files.readString(readme().resolveSibling(guide));
        int start = text.indexOf("```sh\n") + "```sh\n".length();
        return text.substring(start, text.indexOf("```", start));
    }

    private static Path readme() {
        return Stream.iterate(Path.of("").toAbsolutePath(), Objects::nonNull, Path::getParent)
                .map(folder -> folder.resolve(README))
                .filter(Files::exists)
                .findFirst()
                .orElseThrow();
    }
}
