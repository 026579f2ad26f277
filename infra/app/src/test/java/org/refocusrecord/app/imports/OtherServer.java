package org.refocusrecord.app.imports;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;

import java.io.IOException;
import java.io.OutputStream;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.charset.StandardCharsets;
import java.util.Deque;
import java.util.List;
import java.util.Objects;
import java.util.concurrent.ConcurrentLinkedDeque;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;

/** Takes imports, and answers what is laid down; what is laid down last, again and again. */
final class OtherServer implements AutoCloseable {

    private final Deque<Answer> answers = new ConcurrentLinkedDeque<>();
    private final List<String> sent = new CopyOnWriteArrayList<>();
    // One answer may wait while the next is given.
    private final ExecutorService threads = Executors.newVirtualThreadPerTaskExecutor();
    private final HttpServer server;
    private final String url;

    @FunctionalInterface
    private interface Answer {
        void give(HttpExchange exchange) throws IOException;
    }

    /** What a server does between what it says. */
    @FunctionalInterface
    interface Meanwhile {
        void happens() throws IOException, InterruptedException;
    }

    OtherServer() throws IOException {
        server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        server.createContext(
                "/api/v1/imports",
                exchange -> {
                    sent.add(
                            new String(
                                    exchange.getRequestBody().readAllBytes(),
                                    StandardCharsets.UTF_8));
                    Answer next = answers.size() > 1 ? answers.remove() : answers.getFirst();
                    next.give(exchange);
                    exchange.close();
                });
        server.setExecutor(threads);
        server.start();
        url = "http://127.0.0.1:" + server.getAddress().getPort();
    }

    String url() {
        return url;
    }

    /** What each request had in it. */
    List<String> sent() {
        return sent;
    }

    OtherServer says(int status, String body) {
        return says(status, body, body.length());
    }

    /** Is gone after this, though it had said that more would come. */
    OtherServer breaksOffAfter(String body) {
        return says(200, body, body.length() + 100);
    }

    private OtherServer says(int status, String body, int length) {
        answers.add(exchange -> {
            exchange.sendResponseHeaders(status, length == 0 ? -1 : length);
            if (length > 0) {
                write(exchange, body);
            }
        });
        return this;
    }

    /** Says more only after that. */
    OtherServer saysInTwo(String first, Meanwhile between, String then) {
        answers.add(exchange -> {
            exchange.sendResponseHeaders(200, 0);
            write(exchange, first);
            try {
                between.happens();
            } catch (InterruptedException ending) {
                Thread.currentThread().interrupt();
            }
            write(exchange, then);
        });
        return this;
    }

    private static void write(HttpExchange exchange, String text) throws IOException {
        OutputStream body = Objects.requireNonNull(exchange.getResponseBody());
        body.write(text.getBytes(StandardCharsets.UTF_8));
        body.flush();
    }

    void forgetAnswers() {
        answers.clear();
    }

    @Override
    public void close() {
        server.stop(0);
        threads.shutdownNow();
    }
}
