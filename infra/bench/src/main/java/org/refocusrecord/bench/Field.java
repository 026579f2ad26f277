package org.refocusrecord.bench;

import com.zaxxer.hikari.HikariDataSource;

import org.refocusrecord.bench.stock.Stock;
import org.refocusrecord.bench.stock.StockEngines;
import org.refocusrecord.eventlog.EventLog;
import org.refocusrecord.eventlog.keys.MasterKey;
import org.refocusrecord.events.CaseId;

import java.sql.SQLException;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;

/** Ours, the peers and the limit, all on one database. */
final class Field implements AutoCloseable {

    private static final int CONNECTIONS = 33;
    static final int SESSIONS_OF_A_CASE = 5;
    private static final long MOST_REPLAYED = 1_000_000;

    private final Deque<Runnable> parts = new ArrayDeque<>();
    private final Cast cast;
    private final EventLog log;
    private final HikariDataSource owner;
    private final Stock stock;
    private final Ours ours;
    private final Http http;
    private final PlanReading plans;
    private final RawTable raw;
    private final Peer jdbc;
    private final Peer cached;
    private final Peer jpa;
    private final Peer jpaCached;
    private final Peer jpaInRows;
    private final CaseRows rows;
    private final Loading loading;
    private final StockTable stockTable;
    private final Story story;

    Field(Product product, Ids ids) throws Exception {
        cast = Cast.drawn(ids);
        log = product.part(EventLog.class);
        story = new Story(cast);
        ours = new Ours(product, story);
        http = new Http(product, cast, ours);
        plans = new PlanReading(product, cast, ours);
        new Race(4, 100, 60).run(ours.creating().ready(4, 100));
        owner = pool(product);
        raw = RawTable.made(owner, "case.opened", ids);
        CaseId first = story.newCase();
        ours.telling(first);
        Template template =
                Template.of(
                        owner,
                        log,
                        "case/" + first,
                        List.of(cast.team().value(), cast.worker().value()));
        rows = new CaseRows(owner, product.part(MasterKey.class), template, ids);
        loading = new Loading(owner, rows);
        stock = kept(StockEngines.jdbc(owner, false));
        jdbc = new Peer(Names.JDBC, stock, cast);
        cached = new Peer(Names.JDBC_CACHE, kept(StockEngines.jdbc(owner, true)), cast);
        jpa = new Peer(Names.JPA, kept(StockEngines.jpa(owner, "bench_jpa", false)), cast);
        jpaCached =
                new Peer(Names.JPA_CACHE, kept(StockEngines.jpa(owner, "bench_jpa", true)), cast);
        jpaInRows =
                new Peer(
                        Names.JPA_BYTEA,
                        kept(StockEngines.jpaInRows(owner, "bench_jpa_bytea")),
                        cast);
        stockTable = new StockTable(owner, jdbc.twenty());
    }

    /** One pool for the limit and the peers, who never work at the same time. */
    private HikariDataSource pool(Product product) throws Exception {
        HikariDataSource pool = product.pool("bench_jdbc", CONNECTIONS);
        parts.push(pool::close);
        Sql.run(
                pool,
                "create schema if not exists bench_jdbc",
                "create schema if not exists bench_jpa",
                "create schema if not exists bench_jpa_bytea");
        return pool;
    }

    private Stock kept(Stock stock) {
        parts.push(stock::close);
        return stock;
    }

    /** Brings every table to so many events; says how large rows are. */
    void fill(long events, Progress progress) throws Exception {
        loading.upTo(events, progress);
        raw.follow();
        progress.says("raw table filled");
        stockTable.follow();
        progress.says("stock table filled");
    }

    long stored() {
        return log.head().position();
    }

    List<String> sizes() throws Exception {
        return List.of(raw.size(), stockTable.size());
    }

    /** What is done as a whole, over so many of the events that are stored. */
    List<Bout> wholes(long stored, int cases, int longCases) throws SQLException {
        long events = Math.min(stored, MOST_REPLAYED);
        Copying copying = new Copying(owner, rows);
        Replaying replaying = new Replaying(owner, log, stock, events, stockTable.count(events));
        LongCase ofLongCases = new LongCase(log, ours, story, longCases);
        return List.of(
                Bout.whole(
                        Names.IMPORT,
                        copying.in(cases),
                        http.importing(cases * SESSIONS_OF_A_CASE)),
                Bout.whole(
                        Names.REPLAY,
                        copying.out(events),
                        replaying.keyset(),
                        replaying.pooled(),
                        replaying.fold()),
                ofLongCases.loading(),
                ofLongCases.growing());
    }

    /** Sends sessions of these cases by Kafka. */
    Mailing mailing(Topicality topics) throws Exception {
        return new Mailing(topics, ours, story);
    }

    /** Sessions by Kafka beside HTTP, and beside what the database and the brokers can do. */
    Bout inbox(Mailing mailing, int callers, int sessions) {
        return new Bout(
                Names.INBOX,
                callers,
                List.of(
                        raw.inserting(false).all(callers, sessions),
                        mailing.plain(sessions),
                        http.meeting().all(callers, sessions),
                        mailing.coming(sessions)),
                true);
    }

    /** From a commit to the handler. */
    Lag lag(Product product) {
        return new Lag(product, owner, stock, story);
    }

    List<Bout> bouts(int callers) {
        List<Contestant> creating = new ArrayList<>();
        creating.add(raw.inserting(false));
        if (callers == 1) {
            creating.add(raw.inserting(true));
        }
        creating.addAll(List.of(jdbc.creating(), ours.creating(), http.creating()));
        return List.of(
                new Bout(Names.CREATE, callers, creating),
                new Bout(
                        Names.APPEND,
                        callers,
                        List.of(
                                jdbc.appending(),
                                cached.appending(),
                                jpa.appending(),
                                jpaCached.appending(),
                                jpaInRows.appending(),
                                ours.appending())),
                new Bout(
                        Names.SESSIONS,
                        callers,
                        List.of(raw.inserting(false), ours.meeting(), http.meeting())),
                plans.reading(callers));
    }

    @Override
    public void close() {
        while (!parts.isEmpty()) {
            parts.pop().run();
        }
    }
}
