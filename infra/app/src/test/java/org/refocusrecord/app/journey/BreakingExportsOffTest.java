package org.refocusrecord.app.journey;

import static org.assertj.core.api.Assertions.assertThat;

import com.sun.management.HotSpotDiagnosticMXBean;
import com.sun.management.HotSpotDiagnosticMXBean.ThreadDumpFormat;

import org.junit.jupiter.api.AutoClose;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator.ReplaceUnderscores;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.api.parallel.ResourceLock;

import java.io.IOException;
import java.io.InputStream;
import java.lang.management.ManagementFactory;
import java.net.InetSocketAddress;
import java.net.Socket;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;

/** Somebody asks for the plans of a whole service, and goes away before they have all come. */
@DisplayNameGeneration(ReplaceUnderscores.class)
@ResourceLock("what the log says of whom nothing is taken")
class BreakingExportsOffTest {

    private static final int CASES = 250;
    private static final int EXPORTS = 6;

    /** Other tests of this machine export meanwhile, and read slowly. */
    private static final Duration PATIENCE = Duration.ofMinutes(4);

    @TempDir private Path folder;
    @AutoClose private Service service;
    private Story story;

    @BeforeEach
    void on_a_server_that_waits_briefly() throws IOException {
        service = Service.alone(folder.resolve("data"), "--server.tomcat.connection-timeout=6s");
        story = Story.begun(service);
    }

    @Test
    void whoever_goes_away_or_reads_no_further_leaves_no_thread_behind() throws Exception {
        for (int number = 0; number < CASES; number++) {
            String more = Story.id();
            story.open(more, Story.id()).recorded();
            Body session =
                    story.session("2011-03-14T10:00:00Z", EveryKind.entries().toArray())
                            .with("caseId", more);
            story.post(session).recorded();
        }
        List<Socket> stalled = new ArrayList<>();
        for (int export = 0; export < EXPORTS; export++) {
            Socket socket = exporting();
            assertThat(exports()).isNotEmpty();
            if (export % 2 == 0) {
                socket.setSoLinger(true, 0);
                socket.close();
            } else {
                stalled.add(socket);
            }
        }
        long end = System.nanoTime() + PATIENCE.toNanos();
        List<String> left = exports();
        while (!left.isEmpty() && System.nanoTime() - end < 0) {
            Thread.sleep(200);
            left = exports();
        }
        assertThat(left).isEmpty();
        for (Socket socket : stalled) {
            // What was cut off does not look as if it were whole: the last chunk never comes.
            assertThat(rest(socket)).doesNotEndWith("0\r\n\r\n");
            socket.close();
        }
        assertThat(story.plan(story.staff, "").found().text("/caseId")).isEqualTo(story.caseId);
    }

    /** Asks for all plans, and reads a little. */
    private Socket exporting() throws IOException {
        Socket socket = new Socket();
        socket.setReceiveBufferSize(4096);
        URI url = URI.create(story.service.url());
        socket.connect(new InetSocketAddress(url.getHost(), url.getPort()));
        String request =
                """
                GET /api/v1/care-plans HTTP/1.1\r
                Host: %s\r
                Purpose: AUDIT\r
                Authorization: Bearer %s\r
                \r
                """
                        .formatted(url.getAuthority(), story.auditor);
        socket.getOutputStream().write(request.getBytes(StandardCharsets.US_ASCII));
        byte[] some = socket.getInputStream().readNBytes(2000);
        assertThat(new String(some, StandardCharsets.UTF_8)).startsWith("HTTP/1.1 200");
        return socket;
    }

    private static String rest(Socket socket) {
        StringBuilder rest = new StringBuilder();
        byte[] buffer = new byte[1 << 16];
        try (InputStream in = socket.getInputStream()) {
            for (int read = in.read(buffer); read > 0; read = in.read(buffer)) {
                rest.setLength(0);
                rest.append(new String(buffer, 0, read, StandardCharsets.ISO_8859_1));
            }
        } catch (IOException cutOff) {
            return "";
        }
        return rest.toString();
    }

    /** The threads that write plans, virtual ones too. */
    private List<String> exports() throws IOException {
        Path dump = folder.resolve("threads-" + System.nanoTime());
        ManagementFactory.getPlatformMXBean(HotSpotDiagnosticMXBean.class)
                .dumpThreads(dump.toString(), ThreadDumpFormat.TEXT_PLAIN);
        List<String> exports =
                Files.readAllLines(dump).stream()
                        .filter(line -> line.contains("CarePlansController.plans"))
                        .toList();
        Files.delete(dump);
        return exports;
    }
}
