package org.refocusrecord.eventlog;

import static org.assertj.core.api.Assertions.assertThat;

import com.github.benmanes.caffeine.cache.Ticker;

import org.junit.jupiter.api.AutoClose;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.refocusrecord.eventlog.keys.MasterKey;
import org.refocusrecord.eventlog.keys.Randomness;
import org.refocusrecord.eventlog.store.LogStore;
import org.refocusrecord.eventlog.store.RecordKeyRow;
import org.refocusrecord.eventlog.words.OpenedText;
import org.refocusrecord.events.EventId;
import org.refocusrecord.events.Words;
import org.refocusrecord.events.goal.GoalVoiced;
import org.springframework.jdbc.datasource.DelegatingDataSource;

import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.Duration;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.atomic.AtomicLong;

/** Keys in memory spare work, never show what was erased, and go when they must. */
class KeepingKeysInMemoryTest {

    private static final Forgetting WHOLE_CASE = new Forgetting.OfTheWholeCase();

    @TempDir private Path keys;

    private final CaseInTheLog theCase = new CaseInTheLog();
    private final Appending voicing = theCase.voicing(1, "sent", "To see the sea again.");
    @AutoClose private OpenLog openLog;
    private EventLog here;
    private Node there;

    /** A node of its own, which counts what it asks for. */
    private static final class Node {
        private final AtomicInteger unwrapped = new AtomicInteger();
        private final AtomicInteger asked = new AtomicInteger();
        private final AtomicLong nanos = new AtomicLong();
        private final EventLog log;

        Node(OpenLog openLog, long most) {
            LogStore store =
                    new LogStore(
                            new DelegatingDataSource(openLog.database().appender()) {
                                @Override
                                public Connection getConnection() throws SQLException {
                                    asked.incrementAndGet();
                                    return super.getConnection();
                                }
                            });
            Ticker ticker = nanos::get;
            log =
                    new EventLog(
                            store,
                            counting(openLog.master()),
                            Randomness.secure(),
                            new KeyCache(most, ticker));
        }

        private MasterKey counting(MasterKey master) {
            return new MasterKey() {
                @Override
                public String id() {
                    return master.id();
                }

                @Override
                public byte[] wrap(byte[] secret, byte[] associated) {
                    return master.wrap(secret, associated);
                }

                @Override
                public byte[] unwrap(byte[] wrapped, byte[] associated) {
                    unwrapped.incrementAndGet();
                    return master.unwrap(wrapped, associated);
                }
            };
        }

        int askedFor(Runnable work) {
            int before = asked.get();
            work.run();
            return asked.get() - before;
        }

        Optional<String> text(Appending appending) {
            EventId event = appending.events().getLast().eventId();
            RecordedEvent voiced = log.command(appending.commandId()).getLast();
            Words.Kept words = (Words.Kept) ((GoalVoiced) voiced.event()).statement();
            return log.texts(Set.of(event)).open(words).map(OpenedText::text);
        }
    }

    @BeforeEach
    void a_case_with_words() {
        openLog = new OpenLog(keys);
        here = openLog.log();
        there = new Node(openLog, 100);
        here.append(theCase.opening("sent"));
        here.append(voicing);
    }

    @Test
    void an_append_to_a_hot_case_asks_for_no_key() {
        there.log.append(theCase.voicing(3, "sent", "One."));

        assertThat(there.askedFor(() -> there.log.append(theCase.voicing(5, "sent", "Two."))))
                .isEqualTo(1);
        assertThat(there.unwrapped).hasValue(1);
    }

    @Test
    void nor_does_a_new_case_and_what_follows_it() {
        CaseInTheLog another = new CaseInTheLog();
        // Asks once for the numbers of the database's types.
        there.log.append(new CaseInTheLog().opening("sent"));

        assertThat(
                        there.askedFor(() -> {
                            there.log.append(another.opening("sent"));
                            there.log.append(another.voicing(1, "sent", "One."));
                        }))
                .isEqualTo(2);
        assertThat(there.unwrapped).hasValue(0);
    }

    @Test
    void a_text_is_opened_with_a_key_that_was_unwrapped_before() {
        assertThat(there.text(voicing)).hasValue("To see the sea again.");
        assertThat(there.text(voicing)).hasValue("To see the sea again.");
        assertThat(there.unwrapped).hasValue(1);
    }

    @Test
    void what_was_erased_is_not_shown_even_where_nobody_was_told() {
        assertThat(there.text(voicing)).isPresent();

        here.append(theCase.erasing(3, "sent", WHOLE_CASE));

        assertThat(there.text(voicing)).isEmpty();
        assertThat(there.log.repeat(voicing.commandId(), "sent"))
                .isInstanceOf(Repeat.CannotTell.class);
    }

    @Test
    void nor_is_one_entry_whose_case_lives_on() {
        assertThat(there.text(voicing)).isPresent();

        EventId voiced = voicing.events().getLast().eventId();
        here.append(theCase.erasing(3, "sent", new Forgetting.OfEvents(Set.of(voiced))));

        assertThat(there.text(voicing)).isEmpty();
    }

    @Test
    void what_is_said_with_a_key_that_went_elsewhere_is_encrypted_again() {
        there.log.append(theCase.voicing(3, "sent", "One."));
        here.append(theCase.erasing(5, "sent", WHOLE_CASE));

        Appending said = theCase.voicing(6, "sent", "To go on.");
        there.log.append(said);

        assertThat(there.text(said)).hasValue("To go on.");
        assertThat(here.store().recordKeys(theCase.stream()))
                .extracting(RecordKeyRow::generation)
                .containsExactly(0, 1);
    }

    @Test
    void whoever_erases_lets_go_of_the_keys() {
        there.text(voicing);
        there.log.append(theCase.erasing(3, "sent", new Forgetting.OfEvents(Set.of())));
        there.text(voicing);

        // The log's own key, and the case's twice.
        assertThat(there.unwrapped).hasValue(3);
    }

    @Test
    void other_nodes_are_told_to_let_go_of_them() throws InterruptedException {
        try (Arrivals arrivals = new Arrivals(openLog.database().reader(), there.log)) {
            arrivals.awaitBeyond(3, Duration.ofMillis(700));
            there.text(voicing);
            int before = there.unwrapped.get();

            EventId voiced = voicing.events().getLast().eventId();
            here.append(theCase.erasing(3, "sent", new Forgetting.OfEvents(Set.of(voiced))));
            arrivals.awaitBeyond(3, Duration.ofSeconds(10));
            for (int tries = 0; tries < 200 && there.unwrapped.get() == before; tries++) {
                Thread.sleep(20);
                there.text(voicing);
            }

            assertThat(there.unwrapped.get()).isEqualTo(before + 1);
        }
    }

    @Test
    void none_stays_longer_than_ten_minutes() {
        there.text(voicing);
        there.nanos.addAndGet(Duration.ofMinutes(10).toNanos());
        there.text(voicing);

        assertThat(there.unwrapped).hasValue(2);
    }

    @Test
    void no_more_are_kept_than_there_is_room_for() {
        Node narrow = new Node(openLog, 5);
        for (int number = 0; number < 50; number++) {
            CaseInTheLog another = new CaseInTheLog();
            here.append(another.opening("sent"));
            Appending said = another.voicing(1, "sent", "One.");
            here.append(said);
            narrow.text(said);
            narrow.text(voicing);
        }

        assertThat(narrow.log.keysInMemory()).isLessThanOrEqualTo(5);
    }

    @Test
    void no_key_says_what_it_is() {
        StreamKeys.Usable usable =
                new StreamKeys(
                                here.store(),
                                openLog.master(),
                                count -> "k".repeat(count).getBytes(StandardCharsets.US_ASCII),
                                new KeyCache())
                        .current("case/of-nobody", true);

        assertThat(usable.toString()).doesNotContain("kkkk", "107", "6b6b");
    }
}
