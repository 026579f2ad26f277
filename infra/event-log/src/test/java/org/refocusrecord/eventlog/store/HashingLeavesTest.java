package org.refocusrecord.eventlog.store;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.refocusrecord.eventlog.store.Commands.GUARD;
import static org.refocusrecord.eventlog.store.Commands.recorded;

import static java.nio.charset.StandardCharsets.UTF_8;

import org.erdtman.jcs.JsonCanonicalizer;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AutoClose;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.refocusrecord.eventlog.json.NotCanonical;
import org.refocusrecord.eventlog.json.TimeText;

import java.security.MessageDigest;
import java.time.Instant;
import java.time.ZoneOffset;
import java.time.temporal.ChronoField;
import java.util.HexFormat;
import java.util.List;
import java.util.UUID;

class HashingLeavesTest {
    private static final UUID COMMAND = UUID.fromString("11111111-2222-4333-8444-555555555555");
    private static final UUID EVENT = UUID.fromString("01980000-0000-7000-8000-00000000abcd");
    private static final String ODD_ACCOUNT = "o\"d\\d\u0001\b\t\n\f\r\u007f/é€😀\u2028";

    @AutoClose static final LogDatabase LOG = new LogDatabase();

    private final LogStore store = LOG.store();

    @Test
    void the_leaf_hash_is_that_of_the_leaf_as_it_is_published() throws Exception {
        Append append =
                append("case/1", "clinical-system", Instant.parse("2012-03-14T10:00:00.5Z"));

        StoredRow row = recorded(store.append(append)).getFirst();

        String leaf =
                "{\"commandId\":\"11111111-2222-4333-8444-555555555555\","
                        + "\"eventId\":\"01980000-0000-7000-8000-00000000abcd\","
                        + "\"occurredAt\":\"2012-03-14T10:00:00.500000Z\","
                        // echo -n '{"a":1}' | sha256sum
                        + "\"payloadSha256\":\""
                        + "015abd7f5cc57a2dd94b7590f04ad808"
                        + "4273905ee33ec5cebeae62276a97f862\","
                        + "\"postedBy\":\"clinical-system\",\"recordedAt\":\""
                        + sixDigits(row.recordedAt())
                        + "\",\"recordedBy\":\"STAFF/w-1\",\"revision\":3,\"sequence\":0,"
                        + "\"stream\":\"case/1\",\"type\":\"goal.set\"}";
        assertThat(HexFormat.of().formatHex(row.leafHash()))
                .isEqualTo(HexFormat.of().formatHex(sha256("\u0000" + leaf)));
        assertThat(LeafText.leaf(row)).isEqualTo(leaf);
    }

    @Test
    void the_leaf_of_odd_accounts_is_canonical_too() throws Exception {
        StoredRow row = recorded(store.append(odd("case/odd", null))).getFirst();

        StoredRow read = store.event(row.eventId()).orElseThrow();

        assertThat(read.postedBy()).isEqualTo(ODD_ACCOUNT);
        assertThat(LeafText.leaf(read))
                .isEqualTo(new JsonCanonicalizer(LeafText.leaf(read)).getEncodedString());
        assertThat(LeafText.leaf(read))
                .contains("\"occurredAt\":\"" + sixDigits(read.recordedAt()) + "\"");
        assertThat(read.leafHash()).isEqualTo(LeafText.hash(LeafText.leaf(read)));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "1900-01-01T00:00:00Z",
                "1899-12-31T23:59:59.999999Z",
                "1969-12-31T23:59:59.000001Z",
                "2024-02-29T12:34:56.789012Z",
                "2150-07-01T00:00:00.1Z",
                "9999-12-31T23:59:59.999999Z"
            })
    void server_and_program_write_a_time_alike(String time) throws Exception {
        Instant instant = Instant.parse(time);

        assertThat(LogDatabase.single(LOG.owner(), "select refocus_log.leaf_time('" + time + "')"))
                .isEqualTo(TimeText.of(instant))
                .isEqualTo(sixDigits(instant));
    }

    @Test
    void the_time_zone_of_a_session_changes_no_leaf() throws Exception {
        String elsewhere = "set timezone = 'Australia/Sydney'";
        try (var connection = LOG.appender().getConnection()) {
            connection.createStatement().execute(elsewhere);
            Append append = odd("case/sydney", Instant.parse("2012-03-14T10:00:00Z"));

            StoredRow row = recorded(LogDatabase.within(connection, append)).getFirst();

            assertThat(row.leafHash()).isEqualTo(LeafText.hash(LeafText.leaf(row)));
            connection.createStatement().execute("reset timezone");
        }
    }

    @Test
    void a_time_finer_than_a_microsecond_is_refused_rather_than_rounded() {
        Instant fine = Instant.parse("2012-03-14T10:00:00.000000001Z");

        assertThatThrownBy(() -> append("case/fine", "me", fine))
                .isInstanceOf(IllegalArgumentException.class);
    }

    @Test
    void half_a_surrogate_pair_is_refused() {
        assertThatThrownBy(() -> store.append(append("case/half", "\ud83d", Commands.OCCURRED_AT)))
                .isInstanceOf(NotCanonical.class);
    }

    private static Append odd(String stream, @Nullable Instant occurredAt) {
        return new Append(
                Commands.nextId(),
                GUARD,
                stream,
                0,
                null,
                ODD_ACCOUNT,
                "OTHER/" + ODD_ACCOUNT,
                List.of(Commands.row(occurredAt, null)),
                null,
                Erasure.NONE);
    }

    private static Append append(String stream, String postedBy, Instant occurredAt) {
        NewRow row =
                new NewRow(EVENT, "goal.set", 3, occurredAt, "{\"a\":1}".getBytes(UTF_8), null);
        return new Append(
                COMMAND,
                GUARD,
                stream,
                0,
                null,
                postedBy,
                "STAFF/w-1",
                List.of(row),
                null,
                Erasure.NONE);
    }

    private static String sixDigits(Instant instant) {
        return "%tF %<tT.%<tL".formatted(instant.atOffset(ZoneOffset.UTC)).replace(' ', 'T')
                + "%03dZ".formatted(instant.get(ChronoField.MICRO_OF_SECOND) % 1000);
    }

    private static byte[] sha256(String text) throws Exception {
        return MessageDigest.getInstance("SHA-256").digest(text.getBytes(UTF_8));
    }
}
