package org.refocusrecord.bench;

import org.axonframework.eventhandling.EventMessage;
import org.refocusrecord.bench.stock.Stock;
import org.refocusrecord.bench.stock.StockReader;
import org.refocusrecord.eventlog.EventLog;
import org.refocusrecord.eventlog.LogPages;
import org.refocusrecord.eventlog.Logged;
import org.refocusrecord.eventlog.RecordedEvent;
import org.refocusrecord.query.history.CaseHistory;
import org.refocusrecord.query.responsibility.Responsibilities;

import tools.jackson.databind.json.JsonMapper;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.SequencedMap;
import java.util.Set;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;

import javax.sql.DataSource;

/** Reading so many events from the beginning: what the database gives, what Axon does, and ours. */
final class Replaying {

    private static final int PAGE = 5_000;
    private static final int PAYLOAD = 12;
    private static final int STREAMS_KEPT = 2_000;
    private static final ZoneId ZONE = ZoneId.of("Europe/London");

    private final DataSource dataSource;
    private final EventLog log;
    private final Stock stock;
    private final long events;
    private final long stockEvents;

    /**
     * Of so many events.
     *
     * @param stockEvents how many of them there are in the stock engine's table
     */
    Replaying(DataSource dataSource, EventLog log, Stock stock, long events, long stockEvents) {
        this.dataSource = dataSource;
        this.log = log;
        this.stock = stock;
        this.events = events;
        this.stockEvents = stockEvents;
    }

    /**
     * Pages by position on one connection, of the columns that ours reads too, every payload
     * parsed, by one thread.
     */
    Contestant keyset() {
        return Contestant.whole(Names.KEYSET, events, this::readPages);
    }

    private void readPages() throws SQLException {
        JsonMapper json = JsonMapper.shared();
        long position = 0;
        long read = 0;
        try (Connection connection = dataSource.getConnection();
                PreparedStatement query =
                        connection.prepareStatement(
                                "select position, stream, sequence, event_id, type, revision,"
                                        + " occurred_at, recorded_at, posted_by, recorded_by,"
                                        + " command_id, payload from refocus_log.event"
                                        + " where position > ? order by position limit "
                                        + PAGE)) {
            while (read < events) {
                query.setLong(1, position);
                try (ResultSet rows = query.executeQuery()) {
                    while (rows.next()) {
                        position = rows.getLong(1);
                        read += json.readTree(rows.getBytes(PAYLOAD)).size() > 0 ? 1 : 0;
                    }
                }
            }
        }
    }

    /**
     * Axon's pooled streaming, engine batch 100, a thousand events a transaction, only counting.
     */
    Contestant pooled() {
        return Contestant.of(Names.POOLED, (_, _) -> new Pooled());
    }

    /** From its start to the last event; what makes it ready and ends it is not counted. */
    private final class Pooled implements Work {

        private final CountDownLatch left = new CountDownLatch(Math.toIntExact(stockEvents));
        private final StockReader reader =
                StockReader.pooled(
                        dataSource, stock.configuration().eventStore(), false, 1_000, this::handle);

        private void handle(EventMessage<?> message) {
            if (message.getPayload() != null) {
                left.countDown();
            }
        }

        @Override
        public void once(int caller) throws InterruptedException {
            reader.start();
            if (!left.await(1, TimeUnit.HOURS)) {
                throw new IllegalStateException(
                        "%d events were never handled".formatted(left.getCount()));
            }
        }

        @Override
        public long units() {
            return stockEvents;
        }

        @Override
        public void close() {
            reader.close();
        }
    }

    /**
     * Pages of the log, and of each case that a page touches who is responsible for what: as a view
     * would, with the cases met lately kept.
     */
    Contestant fold() {
        return Contestant.whole(Names.FOLD, events, this::foldPages);
    }

    private void foldPages() throws InterruptedException {
        SequencedMap<String, List<RecordedEvent>> cases = new LinkedHashMap<>(16, 0.75f, true);
        Map<String, Integer> found = new HashMap<>();
        try (LogPages<?, Logged> pages = log.pages(0, events, PAGE)) {
            for (List<Logged> page = pages.next(); !page.isEmpty(); page = pages.next()) {
                fold(page, cases, found);
                while (cases.size() > STREAMS_KEPT) {
                    cases.pollFirstEntry();
                }
            }
        }
        if (found.values().stream().noneMatch(count -> count > 0)) {
            throw new IllegalStateException("nobody is responsible for anything");
        }
    }

    private void fold(
            List<Logged> page, Map<String, List<RecordedEvent>> cases, Map<String, Integer> found) {
        Set<String> touched = new LinkedHashSet<>();
        for (Logged logged : page) {
            if (logged instanceof RecordedEvent event && event.stream().startsWith("case/")) {
                List<RecordedEvent> whole =
                        cases.computeIfAbsent(event.stream(), _ -> new ArrayList<>());
                if (whole.size() < event.sequence()) {
                    whole.clear();
                    log.stream(event.stream(), -1).limit(event.sequence()).forEach(whole::add);
                }
                whole.add(event);
                touched.add(event.stream());
            }
        }
        for (String stream : touched) {
            List<RecordedEvent> whole = cases.getOrDefault(stream, List.of());
            found.put(
                    stream, Responsibilities.of(CaseHistory.of(whole, ZONE).as(null, null)).size());
        }
    }
}
