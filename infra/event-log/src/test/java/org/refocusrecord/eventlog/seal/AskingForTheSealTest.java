package org.refocusrecord.eventlog.seal;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.junit.jupiter.api.AutoClose;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.refocusrecord.eventlog.Arrivals;
import org.refocusrecord.eventlog.CaseInTheLog;
import org.refocusrecord.eventlog.OpenLog;
import org.refocusrecord.events.log.HeadsNoted;

import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Proxy;
import java.nio.file.Path;
import java.sql.SQLException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.atomic.AtomicInteger;

import javax.sql.DataSource;

class AskingForTheSealTest {

    private static final Duration NEVER = Duration.ofDays(1);
    private static final Duration PATIENCE = Duration.ofSeconds(20);
    private static final Duration NO_TIME = Duration.ofNanos(1);

    @TempDir static Path folder;
    @AutoClose private final OpenLog open = new OpenLog(folder);
    @AutoClose private final Arrivals arrivals = new Arrivals(open.database().reader());
    private final CaseInTheLog caseFile = new CaseInTheLog();
    private final AtomicInteger looks = new AtomicInteger();

    @Test
    void whoever_asks_for_what_is_sealed_already_looks_once() {
        long position = open.log().append(caseFile.opening("o")).position();
        Sealer sealer = sealer(PATIENCE);
        sealer.withHeadsThrough(caseFile.stream(), position);

        looks.set(0);
        sealer.through(position);
        assertThat(looks).hasValue(1);

        looks.set(0);
        sealer.withHeadsThrough(caseFile.stream(), position);
        assertThat(looks).hasValue(1);
    }

    @Test
    void whose_time_is_over_looks_at_what_became_of_his_page_and_no_more() {
        Sealer sealer = sealer(NO_TIME);

        assertThatThrownBy(() -> sealer.through(1_000)).isInstanceOf(SealBehind.class);

        assertThat(looks).hasValue(2);
    }

    @Test
    void nothing_is_noted_of_a_log_that_was_cut_and_has_grown_again() throws SQLException {
        ManyEvents.add(open.database(), 1, 100);
        Sealer sealer = sealer(PATIENCE);
        sealer.withHeadsThrough("team/1", 100);
        ManyEvents.execute(
                open.database().owner(),
                "alter table refocus_log.event disable trigger all;"
                        + " delete from refocus_log.event where position > 90");
        ManyEvents.add(open.database(), 91, 120);

        assertThatThrownBy(() -> sealer.withHeadsThrough("team/1", 120))
                .isInstanceOf(SealBroken.class);

        assertThat(open.log().stream(HeadsNoted.STREAM)).isEmpty();
        assertThat(open.log().head().position()).isEqualTo(120);
    }

    @Test
    void however_many_record_and_ask_at_once_head_and_checkpoint_are_of_one_moment()
            throws Exception {
        List<Callable<List<Sealed.Covered>>> asking = new ArrayList<>();
        for (int node = 0; node < 2; node++) {
            Sealer sealer = sealer(PATIENCE);
            asking.add(() -> recordedAndAsked(sealer));
            asking.add(() -> recordedAndAsked(sealer));
        }
        try (ExecutorService threads = Executors.newVirtualThreadPerTaskExecutor()) {
            for (Future<List<Sealed.Covered>> each : threads.invokeAll(asking)) {
                assertThat(each.get()).hasSize(10).allMatch(AskingForTheSealTest::fits);
            }
        }
    }

    private List<Sealed.Covered> recordedAndAsked(Sealer sealer) {
        CaseInTheLog own = new CaseInTheLog();
        long position = open.log().append(own.opening("o")).position();
        List<Sealed.Covered> got = new ArrayList<>();
        for (int next = 1; next <= 10; next++) {
            got.add(sealer.withHeadsThrough(own.stream(), position));
            position = open.log().append(own.death(next, "d")).position();
        }
        return got;
    }

    private static boolean fits(Sealed.Covered covered) {
        Sealed.Heads heads = covered.heads();
        return heads.notedAt() <= covered.checkpoint().size()
                && heads.head().isIn(heads.root(), heads.path());
    }

    /** One that signs nothing by itself, and lets nobody wait for longer than that. */
    private Sealer sealer(Duration longestWait) {
        SignerKey key =
                SignerKey.of(
                        SealKeyFile.origin(open.log().store().identity().logId()), new byte[32]);
        return new Sealer(
                open.log(),
                open.database().appender(),
                counted(open.database().reader()),
                arrivals,
                key,
                new SealSettings(NEVER, 1_000_000, NEVER, longestWait, false));
    }

    /** Each look takes a connection. */
    private DataSource counted(DataSource dataSource) {
        return (DataSource)
                Proxy.newProxyInstance(
                        DataSource.class.getClassLoader(),
                        new Class<?>[] {DataSource.class},
                        (_, method, arguments) -> {
                            looks.incrementAndGet();
                            try {
                                return method.invoke(dataSource, arguments);
                            } catch (InvocationTargetException failed) {
                                throw failed.getCause();
                            }
                        });
    }
}
