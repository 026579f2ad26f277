package org.refocusrecord.bench;

import org.refocusrecord.bench.stock.Stock;
import org.refocusrecord.bench.stock.StockCase;

import java.time.LocalDate;
import java.util.List;
import java.util.stream.Stream;

/** Axon as it comes, on one of its own engines. */
final class Peer {

    private static final int TWENTY = 20;

    private final String name;
    private final Stock stock;
    private final Cast cast;

    Peer(String name, Stock stock, Cast cast) {
        this.name = name;
        this.stock = stock;
        this.cast = cast;
    }

    Contestant creating() {
        return new Contestant(name, (_, _) -> _ -> open(newStream()));
    }

    /** One event more to each of some streams that have twenty. */
    Contestant appending() {
        return new Contestant(
                name,
                (callers, operations) -> {
                    List<String> streams =
                            Begun.streams(callers, operations, this::newStream, this::twenty);
                    Turns<String> turns = Turns.of(streams, callers);
                    return caller -> note(turns.next(caller));
                });
    }

    /** A stream of twenty events. */
    String twenty() {
        String stream = newStream();
        twenty(stream);
        return stream;
    }

    /** A stream of one event. */
    String opened() {
        String stream = newStream();
        open(stream);
        return stream;
    }

    private String newStream() {
        return "case/" + cast.ids().next();
    }

    private void twenty(String stream) {
        send(
                new StockCase.Begin(
                        opening(stream),
                        Stream.generate(() -> noting(stream)).limit(TWENTY - 1).toList()));
    }

    private void open(String stream) {
        send(opening(stream));
    }

    private void note(String stream) {
        send(noting(stream));
    }

    private void send(Object command) {
        stock.send(command, "local:clinical-system:" + cast.trust());
    }

    private StockCase.Open opening(String stream) {
        return new StockCase.Open(
                stream,
                cast.ids().next(),
                cast.ids().next(),
                cast.trust(),
                cast.team().value(),
                cast.worker().value(),
                Cast.OPENED_ON,
                who());
    }

    private StockCase.NotePlan noting(String stream) {
        return new StockCase.NotePlan(
                stream,
                cast.ids().next(),
                LocalDate.of(2026, 2, 3),
                LocalDate.of(2026, 12, 24),
                who());
    }

    private StockCase.Who who() {
        return new StockCase.Who("STAFF", cast.worker().toString());
    }
}
