package org.refocusrecord.testkit.broker;

import org.jspecify.annotations.Nullable;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.io.Writer;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.Socket;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Map;
import java.util.Properties;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.LockSupport;

/**
 * One broker of a cluster: a process that can be killed and started again on the same folder and
 * port.
 */
final class Broker {

    private static final Duration LONGEST_START = Duration.ofMinutes(1);
    private static final Duration LONGEST_END = Duration.ofSeconds(20);

    private final Path folder;
    private final int port;
    private final String clusterId;
    private @Nullable Process process;

    Broker(Path folder, int port, String clusterId, Map<String, String> properties) {
        this.folder = folder;
        this.port = port;
        this.clusterId = clusterId;
        Properties written = new Properties();
        written.putAll(properties);
        try (Writer writer = Files.newBufferedWriter(propertiesFile())) {
            written.store(writer, null);
        } catch (IOException notWritten) {
            throw new UncheckedIOException(notWritten);
        }
    }

    String address() {
        return "127.0.0.1:" + port;
    }

    /** Begins to start; whoever needs it waits until it listens. */
    synchronized void begin() {
        try {
            process =
                    new ProcessBuilder(
                                    Path.of(System.getProperty("java.home"), "bin", "java")
                                            .toString(),
                                    "-Xmx384m",
                                    "-XX:+UseSerialGC",
                                    "-XX:TieredStopAtLevel=1",
                                    "-Dlogback.configurationFile=broker-logback.xml",
                                    "-cp",
                                    System.getProperty("java.class.path"),
                                    BrokerProgram.class.getName(),
                                    propertiesFile().toString(),
                                    clusterId)
                            .redirectErrorStream(true)
                            .redirectOutput(
                                    ProcessBuilder.Redirect.appendTo(
                                            folder.resolve("broker.log").toFile()))
                            .start();
        } catch (IOException notStarted) {
            throw new UncheckedIOException(notStarted);
        }
    }

    void awaitListening() {
        long until = System.nanoTime() + LONGEST_START.toNanos();
        while (!listens()) {
            if (System.nanoTime() > until || !isRunning()) {
                throw new IllegalStateException("a broker did not start, see " + folder);
            }
            LockSupport.parkNanos(Duration.ofMillis(50).toNanos());
        }
    }

    private boolean listens() {
        try (Socket socket = new Socket()) {
            socket.connect(new InetSocketAddress(InetAddress.getLoopbackAddress(), port), 500);
            return true;
        } catch (IOException notYet) {
            return false;
        }
    }

    synchronized boolean isRunning() {
        return process != null && process.isAlive();
    }

    /** As a power cut would. */
    void kill() {
        end(Process::destroyForcibly);
    }

    /** As its operator would. */
    void stop() {
        end(running -> {
            running.destroy();
            return running;
        });
    }

    private synchronized void end(java.util.function.UnaryOperator<Process> how) {
        Process running = process;
        if (running == null) {
            return;
        }
        try {
            if (!how.apply(running).waitFor(LONGEST_END.toSeconds(), TimeUnit.SECONDS)) {
                running.destroyForcibly().waitFor();
            }
        } catch (InterruptedException interrupted) {
            running.destroyForcibly();
            Thread.currentThread().interrupt();
        }
        process = null;
    }

    private Path propertiesFile() {
        return folder.resolve("broker.properties");
    }
}
