package org.refocusrecord.app.faults;

import org.jspecify.annotations.Nullable;
import org.refocusrecord.app.RefocusRecord;
import org.refocusrecord.app.data.DataFolder;
import org.refocusrecord.app.server.RunningServer;

import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;

/** The program in a process of its own, as {@code up} starts it: it may be killed. */
final class ServerProcess implements AutoCloseable {

    private static final Duration PATIENCE = Duration.ofMinutes(3);
    private static final int HEAP_MEBIBYTES = 512;

    private final Path data;
    private final int port;
    private final Map<String, String> environment;
    private final int heap;
    private final Path said;
    private long before;
    private @Nullable Process process;

    /** On a database of its own. */
    ServerProcess(Path data) throws IOException {
        this(data, Map.of());
    }

    ServerProcess(Path data, Map<String, String> environment) throws IOException {
        this(data, environment, HEAP_MEBIBYTES);
    }

    /**
     * @param heap how much memory Java may fill, in mebibytes
     */
    ServerProcess(Path data, Map<String, String> environment, int heap) throws IOException {
        this.data = data;
        this.environment = environment;
        this.heap = heap;
        this.port = freePort();
        this.said = data.resolveSibling("said.log");
    }

    private static int freePort() throws IOException {
        try (ServerSocket socket = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
            return socket.getLocalPort();
        }
    }

    Path data() {
        return data;
    }

    int port() {
        return port;
    }

    String url() {
        return "http://127.0.0.1:" + port;
    }

    void start() throws IOException {
        before = Files.exists(said) ? Files.size(said) : 0;
        List<String> call = new ArrayList<>();
        call.add(Path.of(System.getProperty("java.home"), "bin", "java").toString());
        // It lives for seconds: starting fast counts, running fast does not.
        call.addAll(List.of("-XX:TieredStopAtLevel=1", "-XX:+UseSerialGC", "-Xmx" + heap + "m"));
        call.add("--enable-native-access=ALL-UNNAMED");
        call.addAll(List.of("-cp", System.getProperty("java.class.path")));
        call.add(RefocusRecord.class.getName());
        call.addAll(List.of("up", "--port", Integer.toString(port), "--data", data.toString()));
        ProcessBuilder builder = new ProcessBuilder(call).redirectErrorStream(true);
        builder.environment()
                .keySet()
                .removeAll(List.of("DATABASE_URL", "KAFKA_BOOTSTRAP_SERVERS", "OIDC_ISSUER"));
        builder.environment().putAll(environment);
        process = builder.redirectOutput(ProcessBuilder.Redirect.appendTo(said.toFile())).start();
    }

    boolean isAlive() {
        return process != null && process.isAlive();
    }

    /** Which process it is, and whether it lives. */
    String running() {
        Process now = Objects.requireNonNull(process);
        return now.pid() + (now.isAlive() ? " lives" : " has ended");
    }

    /** All that it has said since it was last started. */
    String said() throws IOException {
        byte[] all = Files.readAllBytes(said);
        return new String(all, (int) before, all.length - (int) before, StandardCharsets.UTF_8);
    }

    /** Waits until it has said this, or that it is up. */
    void awaitSaid(String words) throws IOException, InterruptedException {
        Instant end = Instant.now().plus(PATIENCE);
        while (!said().contains(words) && !said().contains("listens on")) {
            if (!isAlive() || Instant.now().isAfter(end)) {
                throw new AssertionError("the server does not come so far:\n" + said());
            }
            Thread.sleep(5);
        }
    }

    void awaitReady(Door door) throws IOException, InterruptedException {
        await(door::isReady);
    }

    /** While others go on recording the views are seldom at the head. */
    void awaitRecording(Door door) throws IOException, InterruptedException {
        await(door::isRecording);
    }

    private interface Health {
        boolean isGood() throws InterruptedException;
    }

    private void await(Health health) throws IOException, InterruptedException {
        Instant end = Instant.now().plus(PATIENCE);
        while (!health.isGood()) {
            if (!isAlive() || Instant.now().isAfter(end)) {
                throw new AssertionError("the server does not come up:\n" + said());
            }
            Thread.sleep(50);
        }
    }

    /** Ends it as the operating system does, with no chance to tidy up. */
    void kill() throws InterruptedException {
        Process running = process;
        if (running != null) {
            running.destroyForcibly().waitFor();
        }
    }

    /** Lets it take no further step, until it is killed. */
    void freeze() {
        try {
            String pid = Long.toString(Objects.requireNonNull(process).pid());
            int code = new ProcessBuilder("kill", "-STOP", pid).start().waitFor();
            if (code != 0) {
                throw new AssertionError("the server cannot be stopped: " + code);
            }
        } catch (IOException | InterruptedException failed) {
            throw new AssertionError(failed);
        }
    }

    /** Ends it, and a database that outlived it. */
    @Override
    public void close() {
        Process running = process;
        if (running != null) {
            running.destroy();
            running.onExit().join();
        }
        RunningServer.end(DataFolder.at(data));
    }
}
