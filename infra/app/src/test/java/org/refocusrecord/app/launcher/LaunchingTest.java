package org.refocusrecord.app.launcher;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assumptions.assumeThat;

import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.EnabledOnOs;
import org.junit.jupiter.api.condition.OS;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.api.parallel.Execution;
import org.junit.jupiter.api.parallel.ExecutionMode;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;

/** The launcher as it stands, in a folder with a space in its name. */
@EnabledOnOs(OS.LINUX)
@Execution(ExecutionMode.CONCURRENT)
class LaunchingTest {

    private static final String JDK =
            """
            #!/bin/sh
            if [ "$1" = -version ]; then echo 'openjdk version "25.0.1"' >&2; exit; fi
            printf '%s\\n' "$@"
            if [ -n "${SERVES:-}" ]; then read -r _; fi
            """;

    private static final String MAVEN =
            """
            #!/bin/sh
            echo built >>"$HOME/builds"
            echo '[INFO] Building Events 0.1.0                                  [2/9]'
            sleep 1
            mkdir -p "$REPOSITORY/infra/app/target" && echo jar >"$REPOSITORY/infra/app/target/refocus-record.jar"
            """;

    private record Ended(int code, List<String> result, String said) {}

    @TempDir private Path home;
    private Path repository = Path.of("");

    @BeforeEach
    void a_clone_that_was_never_built() throws IOException {
        repository = Files.createDirectory(home.resolve("the clone"));
        for (String module : List.of("events", "command-side", "query-side", "infra/app")) {
            Files.createDirectories(repository.resolve(module));
        }
        Files.writeString(repository.resolve("pom.xml"), "<project/>");
        Files.copy(launcher(), repository.resolve("refocus"));
        program("jdk/bin/java", JDK);
        program("jdk/bin/javac", JDK);
        program("bin/mvn", MAVEN);
        assertThat(repository.resolve("refocus").toFile().setExecutable(true)).isTrue();
    }

    @Test
    void it_builds_what_is_missing_and_hands_every_argument_on() throws Exception {
        Ended first = call("token", "--subject", "two words");

        assertThat(first.code()).isZero();
        assertThat(first.said()).contains("building the program", "[2/9] Events");
        assertThat(first.result())
                .contains("-Drefocus.home=" + repository.toRealPath())
                .contains("-Drefocus.called=" + repository.resolve("refocus"))
                .endsWith("token", "--subject", "two words");
        assertThat(call("down").said()).isEmpty();
        assertThat(builds()).isEqualTo(1);
    }

    @Test
    void what_was_changed_is_built_anew() throws Exception {
        call("down");
        changed("events/src/main/java/Any.java");

        call("down");

        assertThat(builds()).isEqualTo(2);
    }

    @Test
    void what_is_no_part_of_the_program_is_not() throws Exception {
        call("down");
        changed("infra/bench/src/main/java/Any.java");
        changed("infra/testkit/src/main/java/Any.java");
        changed("infra/axon-suites/pom.xml");

        call("down");

        assertThat(builds()).isEqualTo(1);
    }

    private void changed(String file) throws IOException, InterruptedException {
        Path source = repository.resolve(file);
        Files.createDirectories(Objects.requireNonNull(source.getParent()));
        TimeUnit.MILLISECONDS.sleep(20);
        Files.writeString(source, "class Any {}");
    }

    @Test
    void two_that_are_called_at_once_build_once() throws Exception {
        List<Process> calls = List.of(started("token"), started("up"), started("down"));
        for (Process call : calls) {
            assertThat(ended(call).code()).isZero();
        }
        assertThat(builds()).isEqualTo(1);
    }

    @Test
    void a_build_that_fails_starts_nothing() throws Exception {
        program("bin/mvn", "#!/bin/sh\necho '[ERROR] it does not compile'\nexit 1\n");

        Ended call = call("up");

        assertThat(call.code()).isEqualTo(2);
        assertThat(call.result()).isEmpty();
        assertThat(call.said()).contains("[ERROR] it does not compile", "the build failed");
    }

    @Test
    void the_copy_that_a_server_runs_from_stays_however_long_it_runs() throws Exception {
        assumeThat(ended(new ProcessBuilder("sh", "-c", "ps -A -o args=").start()).code()).isZero();
        ended(started("up"));
        Path copy = copies().getFirst();
        Process server = serving();
        aMonthPasses(copy);
        Files.writeString(repository.resolve("infra/app/target/refocus-record.jar"), "another jar");

        call("up");

        assertThat(copies()).hasSize(2).contains(copy);

        server.getOutputStream().close();
        ended(server);
        call("up");

        assertThat(copies()).hasSize(1).doesNotContain(copy);
    }

    private Process serving() throws IOException {
        ProcessBuilder builder = calling("up");
        builder.environment().put("SERVES", "yes");
        Process server = builder.start();
        // It has said something: so it runs from its copy.
        assertThat(server.getInputStream().read()).isPositive();
        return server;
    }

    private static void aMonthPasses(Path copy) throws IOException {
        Files.setLastModifiedTime(copy, FileTime.from(Instant.now().minus(Duration.ofDays(32))));
    }

    private List<Path> copies() throws IOException {
        try (Stream<Path> found = Files.list(repository.resolve("infra/app/.running"))) {
            return found.filter(file -> file.toString().endsWith(".jar")).toList();
        }
    }

    private void program(String name, String script) throws IOException {
        Path program = home.resolve(name);
        Files.createDirectories(Objects.requireNonNull(program.getParent()));
        Files.writeString(program, script);
        assertThat(program.toFile().setExecutable(true)).isTrue();
    }

    private long builds() throws IOException {
        return Files.readAllLines(home.resolve("builds")).size();
    }

    private Ended call(String... arguments) throws IOException, InterruptedException {
        return ended(started(arguments));
    }

    private Process started(String... arguments) throws IOException {
        return calling(arguments).start();
    }

    private ProcessBuilder calling(String... arguments) {
        List<String> call = new ArrayList<>(List.of(repository.resolve("refocus").toString()));
        call.addAll(List.of(arguments));
        ProcessBuilder builder = new ProcessBuilder(call).directory(home.toFile());
        builder.environment().put("HOME", home.toString());
        builder.environment().put("REPOSITORY", repository.toString());
        builder.environment().put("JAVA_HOME", home.resolve("jdk").toString());
        builder.environment().merge("PATH", home + "/bin", (path, ours) -> ours + ":" + path);
        return builder;
    }

    private static Ended ended(Process call) throws IOException, InterruptedException {
        List<String> result = call.inputReader().lines().toList();
        String said = String.join("\n", call.errorReader().lines().toList());
        assertThat(call.waitFor(1, TimeUnit.MINUTES)).isTrue();
        return new Ended(call.exitValue(), result, said);
    }

    private static Path launcher() {
        return Stream.iterate(Path.of("").toAbsolutePath(), Objects::nonNull, Path::getParent)
                .map(folder -> folder.resolve("refocus"))
                .filter(Files::isRegularFile)
                .findFirst()
                .orElseThrow();
    }
}
