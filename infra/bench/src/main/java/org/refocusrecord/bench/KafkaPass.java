package org.refocusrecord.bench;

import org.jspecify.annotations.Nullable;
import org.refocusrecord.app.data.DataFolder;
import org.refocusrecord.app.kafka.EmbeddedBroker;
import org.refocusrecord.eventlog.EventLog;
import org.refocusrecord.query.outbox.OutboxPosition;

import java.io.PrintStream;
import java.nio.file.Path;
import java.time.Duration;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicLong;
import java.util.function.Predicate;

/**
 * What comes and goes by Kafka: on a server of its own, and a broker of the product's own in the
 * same process where none are named.
 */
final class KafkaPass {

    /** How many callers HTTP has beside it. */
    static final int CALLERS = 32;

    private static final Duration PATIENCE = Duration.ofMinutes(10);
    private static final int MOST_EVENTS = 200_000;
    private static final double NANOS = 1e9;

    private final Size size;
    private final @Nullable String brokers;
    private final PrintStream out;
    private final Progress progress;

    KafkaPass(Size size, @Nullable String brokers, PrintStream out, Progress progress) {
        this.size = size;
        this.brokers = brokers;
        this.out = out;
        this.progress = progress;
    }

    /**
     * How much of each.
     *
     * @param ids of callers
     * @param stored how many events are stored first
     * @param sessions how many sessions in a round
     * @param warmUpSeconds how long each works beforehand
     * @param rounds how often each is measured
     * @param warmUps rounds before those that count
     * @param lags from how many sessions the lag is taken
     * @param perSecond how many of them come a second
     */
    record Size(
            Ids ids,
            long stored,
            int sessions,
            double warmUpSeconds,
            int rounds,
            int warmUps,
            int lags,
            int perSecond) {}

    /** In a folder that nobody has used. */
    void run(Path data, Predicate<String> wanted, Results results) throws Exception {
        DataFolder folder = DataFolder.at(data);
        folder.prepare();
        try (EmbeddedBroker broker = new EmbeddedBroker(folder, progress::says)) {
            Topicality topics = new Topicality(brokers == null ? broker.start() : brokers);
            long sent;
            try (Product product = started(data, topics, "first", false);
                    Field field = new Field(product, size.ids())) {
                product.follow(false);
                field.fill(size.stored(), progress);
                Sql.run(product.administrator(), "vacuum (analyze)");
                sent = wanted.test(Names.INBOX) ? inbox(product, field, topics, results) : 0;
                if (wanted.test(Names.OUTBOX)) {
                    outbox(product, topics, results);
                }
            }
            if (sent > 0) {
                again(data, topics, sent);
                steady(data, topics);
            }
        }
    }

    private Product started(Path data, Topicality topics, String group, boolean sendsEvents) {
        return Product.started(data, progress, topics.told(group, sendsEvents));
    }

    /** Answers with how many records it has sent. */
    private long inbox(Product product, Field field, Topicality topics, Results results)
            throws Exception {
        try (Mailing mailing = field.mailing(topics)) {
            fight(field.inbox(mailing, CALLERS, size.sessions()), product, results);
            return mailing.sent();
        }
    }

    private void outbox(Product product, Topicality topics, Results results) throws Exception {
        int events = (int) Math.min(size.stored(), MOST_EVENTS);
        fight(new Outgoing(topics, product, events).bout(), product, results);
    }

    private void fight(Bout bout, Product product, Results results) throws Exception {
        if (size.warmUpSeconds() > 0) {
            bout.warmUp(size.warmUpSeconds(), progress);
        }
        bout.fought(
                        new Bout.Rules(
                                size.rounds(), size.warmUps(), 1, 1, product.administrator()),
                        progress)
                .forEach((contestant, spread) ->
                        results.add(
                                new Results.Key(
                                        size.stored(),
                                        Bench.STAND,
                                        bout.name(),
                                        bout.callers(),
                                        contestant),
                                spread));
    }

    /** All that was ever sent is read once more, by a group that has read nothing yet. */
    private void again(Path data, Topicality topics, long sent) throws Exception {
        AtomicLong first = new AtomicLong();
        try (Hearing heard =
                new Hearing(
                        topics,
                        topics.outcomes(),
                        outcome -> {
                            first.compareAndSet(0, System.nanoTime());
                            Mailing.require(outcome, "REPEATED");
                        })) {
            try (Product product = started(data, topics, "again", false)) {
                product.follow(false);
                heard.awaitMore(sent, PATIENCE);
                out.printf(
                        "the topic of sessions read again from its first record: %,d repeats, %,.0f"
                                + " a second%n",
                        sent, sent * NANOS / (System.nanoTime() - first.get()));
            }
        }
    }

    /** Once the outbox has caught up with all that was stored. */
    private void steady(Path data, Topicality topics) throws Exception {
        try (Product product = started(data, topics, "again", true)) {
            product.follow(false);
            OutboxPosition position = product.part(OutboxPosition.class);
            EventLog log = product.part(EventLog.class);
            while (position.get() < log.head().position()) {
                progress.says("waiting for the outbox");
                TimeUnit.SECONDS.sleep(1);
            }
            Cast cast = Cast.drawn(size.ids());
            Story story = new Story(cast);
            Ours ours = new Ours(product, story);
            // It makes the team and the worker.
            var _ = new Http(product, cast, ours);
            EventLag lag = new EventLag(topics, ours, story);
            if (size.warmUpSeconds() > 0) {
                lag.taken(size.lags(), size.perSecond());
            }
            lag.print(size.lags(), size.perSecond(), out);
        }
    }
}
