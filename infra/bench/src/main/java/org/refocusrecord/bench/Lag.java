package org.refocusrecord.bench;

import com.zaxxer.hikari.HikariDataSource;

import org.axonframework.eventhandling.DomainEventMessage;
import org.axonframework.eventhandling.EventMessage;
import org.axonframework.eventsourcing.eventstore.EventStore;
import org.refocusrecord.bench.stock.Stock;
import org.refocusrecord.bench.stock.StockCase;
import org.refocusrecord.bench.stock.StockReader;
import org.refocusrecord.command.casefile.CaseCommand.StateFact;
import org.refocusrecord.eventlog.Arrivals;
import org.refocusrecord.eventlog.EventLog;
import org.refocusrecord.eventlog.LogPages;
import org.refocusrecord.eventlog.Logged;

import java.io.PrintStream;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Callable;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.TimeUnit;
import java.util.function.Consumer;

import javax.sql.DataSource;

/**
 * How long it takes from an append that has returned, so is committed, until a handler is entered.
 * The other node is another log, or another event store, with connections of its own in this JVM:
 * one clock, and no signal but the database's.
 */
final class Lag {

    // What was promised, in milliseconds: half of all, and all but one in a hundred.
    private static final int MEDIAN = 3;
    private static final int LATE = 15;
    private static final Duration PATIENCE = Duration.ofSeconds(20);

    private final Product product;
    private final DataSource dataSource;
    private final Stock stock;
    private final Story story;
    private final Map<String, Long> handled = new ConcurrentHashMap<>();

    Lag(Product product, DataSource dataSource, Stock stock, Story story) {
        this.product = product;
        this.dataSource = dataSource;
        this.stock = stock;
        this.story = story;
    }

    /**
     * Of so many events, one every twenty to sixty milliseconds; of the peers a quarter of them.
     */
    void print(int events, PrintStream out, Progress progress) throws Exception {
        EventLog log = product.part(EventLog.class);
        try (HikariDataSource other = product.appenderPool(2);
                Arrivals elsewhere = new Arrivals(product.listening())) {
            EventLog node = product.node(other);
            ours("ours, same node", () -> ours(log, product.part(Arrivals.class), events), out);
            progress.says("lag: ours, same node");
            ours("ours, other node", () -> ours(node, elsewhere, events), out);
            progress.says("lag: ours, other node");
        }
        // They nap for a second where they wait.
        int few = Math.max(1, events / 4);
        EventStore own = stock.configuration().eventStore();
        peer("stock tracking, same node", () -> stock(StockReader::tracking, own, few), out);
        peer("stock pooled, same node", () -> stock(StockReader::pooled, own, few), out);
        progress.says("lag: stock, same node");
        EventStore other = StockReader.otherNode(dataSource);
        peer("stock tracking, other node", () -> stock(StockReader::tracking, other, few), out);
        peer("stock pooled, other node", () -> stock(StockReader::pooled, other, few), out);
        progress.says("lag: stock, other node");
    }

    private List<Double> ours(EventLog reading, Arrivals arrivals, int events) throws Exception {
        Ours ours = new Ours(product, story);
        long head = reading.head().position();
        Thread reader = Thread.ofPlatform().daemon().start(() -> follow(reading, arrivals, head));
        try {
            return lags(
                    events,
                    () -> {
                        StateFact opening = story.opening(story.newCase());
                        ours.record(opening);
                        return opening.stream();
                    });
        } finally {
            reader.interrupt();
            reader.join();
        }
    }

    private void follow(EventLog log, Arrivals arrivals, long head) {
        long position = head;
        try (LogPages<?, Logged> pages = log.pages(head, 1_000)) {
            while (!Thread.currentThread().isInterrupted()) {
                arrivals.awaitBeyond(position, Duration.ofMillis(500));
                for (Logged logged : pages.next()) {
                    handled.put(logged.stream(), System.nanoTime());
                    position = logged.position();
                }
            }
        } catch (InterruptedException enough) {
            Thread.currentThread().interrupt();
        }
    }

    /** One of Axon's processors on an event store. */
    private interface Reading {
        StockReader reader(
                DataSource dataSource,
                EventStore store,
                boolean fromHead,
                int batch,
                Consumer<EventMessage<?>> handler);
    }

    private List<Double> stock(Reading reading, EventStore store, int events) throws Exception {
        Peer peer = new Peer(Names.JDBC, stock, story.cast());
        try (StockReader reader = reading.reader(dataSource, store, true, 100, this::handle)) {
            reader.start();
            TimeUnit.SECONDS.sleep(3);
            return lags(events, peer::opened);
        }
    }

    private void handle(EventMessage<?> message) {
        if (message instanceof DomainEventMessage<?> domain
                && domain.getPayload() instanceof StockCase.Opened) {
            handled.put(domain.getAggregateIdentifier(), System.nanoTime());
        }
    }

    /** Appends one event, and says of which stream. */
    private interface Appends {
        String next() throws Exception;
    }

    private List<Double> lags(int events, Appends append) throws Exception {
        List<Double> lags = new ArrayList<>();
        for (int event = 0; event < events; event++) {
            TimeUnit.MILLISECONDS.sleep(20 + event * 7 % 41);
            String stream = append.next();
            long returned = System.nanoTime();
            while (!handled.containsKey(stream)) {
                if (System.nanoTime() - returned > PATIENCE.toNanos()) {
                    throw new NeverHandled();
                }
                TimeUnit.MICROSECONDS.sleep(50);
            }
            long at = handled.getOrDefault(stream, returned);
            // The handler may be faster than the answer to whoever appended.
            lags.add(Math.max(0, at - returned) / 1e6);
        }
        return lags;
    }

    private static void ours(String who, Callable<List<Double>> taking, PrintStream out)
            throws Exception {
        try {
            List<Double> lags = taking.call();
            boolean kept = at(lags, 50) <= MEDIAN && at(lags, 99) <= LATE;
            out.printf(
                    "%s; at most %d / %d: %s%n",
                    said(who, lags), MEDIAN, LATE, kept ? "reached" : "NOT REACHED");
        } catch (NeverHandled never) {
            out.printf("%s: NOT REACHED%n", said(who, never));
        }
    }

    /** A peer that loses its way ends nothing but its own measuring. */
    private static void peer(String who, Callable<List<Double>> taking, PrintStream out)
            throws Exception {
        try {
            out.println(said(who, taking.call()));
        } catch (NeverHandled never) {
            out.println(said(who, never));
        }
    }

    private static String said(String who, List<Double> lags) {
        return "lag from commit to handler, %-26s p50 %8.1f ms, p99 %8.1f ms"
                .formatted(who, at(lags, 50), at(lags, 99));
    }

    private static String said(String who, NeverHandled never) {
        return "lag from commit to handler, %-26s %s".formatted(who, never.getMessage());
    }

    /** Nobody waits any longer. */
    private static final class NeverHandled extends Exception {
        private NeverHandled() {
            super("an event was not handled in %d s".formatted(PATIENCE.toSeconds()));
        }
    }

    static double at(List<Double> lags, int percent) {
        List<Double> sorted = lags.stream().sorted().toList();
        return sorted.get(Math.min(sorted.size() - 1, sorted.size() * percent / 100));
    }
}
