package org.refocusrecord.bench;

import java.io.BufferedInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.net.Socket;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.Executors;

/**
 * One post whose answer is read while its body is sent, as an import wants it. The client of the
 * JDK reads nothing until all is sent.
 */
final class Sending {

    private static final int HEXADECIMAL = 16;

    private final URI url;
    private final String token;

    Sending(String url, String token) {
        this.url = URI.create(url);
        this.token = token;
    }

    /** What was answered, without its head. */
    String answered(String path, String type, byte[] body) throws IOException {
        try (Socket socket = new Socket(url.getHost(), url.getPort());
                var sender = Executors.newVirtualThreadPerTaskExecutor()) {
            socket.setTcpNoDelay(true);
            OutputStream out = socket.getOutputStream();
            out.write(head(path, type, body.length).getBytes(StandardCharsets.US_ASCII));
            CompletableFuture<Void> sent =
                    CompletableFuture.runAsync(() -> send(out, body), sender);
            String answer = answer(new BufferedInputStream(socket.getInputStream()));
            sent.join();
            return answer;
        }
    }

    private String head(String path, String type, int length) {
        return """
        POST %s HTTP/1.1
        Host: %s
        Authorization: Bearer %s
        Content-Type: %s
        Content-Length: %d
        Connection: close

        """
                .formatted(path, url.getAuthority(), token, type, length)
                .replace("\n", "\r\n");
    }

    private static void send(OutputStream out, byte[] body) {
        try {
            out.write(body);
            out.flush();
        } catch (IOException brokenOff) {
            throw new UncheckedIOException(brokenOff);
        }
    }

    private static String answer(InputStream in) throws IOException {
        String status = line(in);
        if (!status.contains(" 200")) {
            throw new IOException(status);
        }
        while (!line(in).isEmpty()) {
            // The head says nothing that is not known.
        }
        ByteArrayOutputStream answer = new ByteArrayOutputStream();
        for (int chunk = length(in); chunk > 0; chunk = length(in)) {
            answer.write(in.readNBytes(chunk));
            line(in);
        }
        return answer.toString(StandardCharsets.UTF_8);
    }

    private static int length(InputStream in) throws IOException {
        return Integer.parseInt(line(in), HEXADECIMAL);
    }

    private static String line(InputStream in) throws IOException {
        ByteArrayOutputStream line = new ByteArrayOutputStream();
        for (int next = in.read(); next != '\n'; next = in.read()) {
            if (next < 0) {
                throw new IOException("broken off");
            }
            if (next != '\r') {
                line.write(next);
            }
        }
        return line.toString(StandardCharsets.US_ASCII);
    }
}
