package org.refocusrecord.app.cli;

import org.refocusrecord.app.RefocusRecord;
import org.refocusrecord.app.data.DataFolder;
import org.refocusrecord.app.data.Hindrance;
import org.refocusrecord.app.data.OwnerOnly;
import org.refocusrecord.app.data.ServerNote;
import org.refocusrecord.app.server.RunningServer;

import java.io.File;
import java.io.IOException;
import java.lang.management.ManagementFactory;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;

/**
 * A server in the background: a process of its own, in a session of its own, which writes to a log.
 * Whoever started it waits until it is ready, or until it has said why it cannot be.
 */
final class DetachedServer {

    private static final Duration PATIENCE = Duration.ofMinutes(15);
    private static final Duration BETWEEN_LOOKS = Duration.ofMillis(100);
    private static final int LOOKS_BETWEEN_WORDS = 100;

    private final Path data;
    private final int port;
    private final boolean withKafka;

    DetachedServer(Path data, int port, boolean withKafka) {
        this.data = data;
        this.port = port;
        this.withKafka = withKafka;
    }

    /** Starts it, and answers with what it says of itself once it is ready. */
    ServerNote start() {
        DataFolder folder = DataFolder.at(data);
        RunningServer.requireNone(folder);
        folder.prepare();
        try {
            OwnerOnly.touch(folder.serverLog());
            long before = Files.size(folder.serverLog());
            Process process = process(folder).start();
            return awaitReady(folder, process, before);
        } catch (IOException failed) {
            throw new Hindrance(
                    "The server could not be started (%s).".formatted(failed.getMessage()), failed);
        } catch (InterruptedException interrupted) {
            Thread.currentThread().interrupt();
            throw new Hindrance("Interrupted while the server was starting.", interrupted);
        }
    }

    private ProcessBuilder process(DataFolder folder) {
        List<String> call = new ArrayList<>(inItsOwnSession());
        call.add(Path.of(System.getProperty("java.home"), "bin", "java").toString());
        call.addAll(ManagementFactory.getRuntimeMXBean().getInputArguments());
        call.addAll(program());
        call.addAll(List.of("up", "--port", Integer.toString(port), "--data", folder.toString()));
        if (withKafka) {
            call.add("--with-kafka");
        }
        ProcessBuilder builder = new ProcessBuilder(call);
        builder.redirectInput(ProcessBuilder.Redirect.from(nothing()));
        builder.redirectErrorStream(true);
        builder.redirectOutput(ProcessBuilder.Redirect.appendTo(folder.serverLog().toFile()));
        return builder;
    }

    /** Neither a key pressed in the terminal nor its end reaches it then. */
    private static List<String> inItsOwnSession() {
        return Stream.of("setsid", "nohup")
                .filter(DetachedServer::isOnPath)
                .findFirst()
                .map(List::of)
                .orElse(List.of());
    }

    private static boolean isOnPath(String program) {
        return Arrays.stream(
                        Objects.requireNonNullElse(System.getenv("PATH"), "")
                                .split(File.pathSeparator))
                .filter(folder -> !folder.isBlank())
                .anyMatch(folder -> Files.isExecutable(Path.of(folder, program)));
    }

    /** The program that this one is. */
    private static List<String> program() {
        String path = System.getProperty("java.class.path", "");
        boolean isPacked = path.endsWith(".jar") && !path.contains(File.pathSeparator);
        return isPacked
                ? List.of("-jar", Path.of(path).toAbsolutePath().toString())
                : List.of("-cp", path, RefocusRecord.class.getName());
    }

    private static File nothing() {
        return new File(File.separatorChar == '\\' ? "NUL" : "/dev/null");
    }

    private static ServerNote awaitReady(DataFolder folder, Process process, long before)
            throws IOException, InterruptedException {
        Terminal.say("starting in the background; its log is " + folder.serverLog());
        Instant start = Instant.now();
        for (int looks = 1; process.isAlive(); looks++) {
            Optional<ServerNote> note =
                    ServerNote.in(folder).filter(noted -> noted.pid() == process.pid());
            Optional<String> url = note.map(ServerNote::url);
            if (url.isPresent() && Readiness.isReady(url.get())) {
                return note.get();
            }
            if (looks % LOOKS_BETWEEN_WORDS == 0) {
                Terminal.say(url.isPresent() ? "the views are catching up" : "still starting");
            }
            if (Duration.between(start, Instant.now()).compareTo(PATIENCE) > 0) {
                throw new Hindrance(
                        "The server runs, but was not ready after %d minutes. It is left running; its log is %s."
                                .formatted(PATIENCE.toMinutes(), folder.serverLog()));
            }
            TimeUnit.MILLISECONDS.sleep(BETWEEN_LOOKS.toMillis());
        }
        throw new Hindrance(whyNot(folder, before));
    }

    /** What it said before it ended; its last words are for whoever started it. */
    private static String whyNot(DataFolder folder, long before) throws IOException {
        byte[] log = Files.readAllBytes(folder.serverLog());
        String said =
                new String(log, (int) before, log.length - (int) before, StandardCharsets.UTF_8);
        return said.lines()
                .filter(line -> line.startsWith(Terminal.NAME))
                .reduce((_, last) -> last)
                .map(line -> line.substring(Terminal.NAME.length()))
                .orElse("The server ended at once; its log is " + folder.serverLog());
    }
}
