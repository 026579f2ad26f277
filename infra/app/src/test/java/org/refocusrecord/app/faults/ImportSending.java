package org.refocusrecord.app.faults;

import static org.assertj.core.api.Assertions.assertThat;

import org.jspecify.annotations.Nullable;
import org.refocusrecord.web.json.JsonAnswers;

import tools.jackson.databind.JsonNode;

import java.io.BufferedInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.net.InetAddress;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/**
 * A whole file on its way into {@code /imports}, while its outcomes are read: which Java's own
 * client cannot. It speaks HTTP 1.0, so that the outcomes come in one piece.
 */
final class ImportSending implements AutoCloseable {

    private static final int MOST_SILENT_MILLIS = 120_000;

    private final Socket socket;
    private final InputStream in;

    ImportSending(int port, String token, Path file) throws IOException {
        socket = new Socket(InetAddress.getLoopbackAddress(), port);
        socket.setSoTimeout(MOST_SILENT_MILLIS);
        in = new BufferedInputStream(socket.getInputStream());
        String head =
                """
                POST /api/v1/imports HTTP/1.0\r
                Host: 127.0.0.1\r
                Authorization: Bearer %s\r
                Content-Type: application/x-ndjson\r
                Content-Length: %d\r
                \r
                """
                        .formatted(token, Files.size(file));
        Thread.ofVirtual().start(() -> send(head, file));
        String status = line();
        assertThat(status).contains(" 200");
        for (String header = status; header != null && !header.isEmpty(); header = line()) {
            assertThat(header).doesNotContainIgnoringCase("Transfer-Encoding");
        }
    }

    private void send(String head, Path file) {
        try {
            OutputStream out = socket.getOutputStream();
            out.write(head.getBytes(StandardCharsets.US_ASCII));
            Files.copy(file, out);
        } catch (IOException killed) {
            // Whoever reads the outcomes sees it too.
        }
    }

    /** The next outcomes, as many as that at most: fewer, where no more come. */
    List<JsonNode> outcomes(int most) {
        List<JsonNode> outcomes = new ArrayList<>();
        while (outcomes.size() < most) {
            String line = line();
            if (line == null) {
                break;
            }
            outcomes.add(JsonAnswers.mapper().readTree(line));
        }
        return outcomes;
    }

    /** A line without its end; null where it has none, since the server is gone or has told all. */
    private @Nullable String line() {
        ByteArrayOutputStream line = new ByteArrayOutputStream();
        try {
            for (int next = in.read(); next >= 0; next = in.read()) {
                if (next == '\n') {
                    return line.toString(StandardCharsets.UTF_8).stripTrailing();
                }
                line.write(next);
            }
        } catch (IOException killed) {
            return null;
        }
        return null;
    }

    @Override
    public void close() throws IOException {
        socket.close();
    }
}
