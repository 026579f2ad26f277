package org.refocusrecord.eventlog.seal;

import static org.assertj.core.api.Assertions.assertThat;

import com.zaxxer.hikari.HikariDataSource;

import org.junit.jupiter.api.AutoClose;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.refocusrecord.eventlog.CaseInTheLog;
import org.refocusrecord.eventlog.OpenLog;
import org.refocusrecord.eventlog.store.LeafText;
import org.refocusrecord.eventlog.store.LogStore;
import org.refocusrecord.eventlog.store.LogTransactions;
import org.refocusrecord.eventlog.store.StoredRow;

import java.nio.file.Path;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Instant;
import java.util.List;
import java.util.Objects;

/**
 * Whatever its owner alters in a row of the database, the row no longer stands in the tree, and an
 * audit names it.
 */
class FindingAlteredRowsTest {

    private static final long POSITION = 3;
    private static final long GUARDED = 2;

    @TempDir static Path folder;
    @AutoClose private final OpenLog open = new OpenLog(folder);
    @AutoClose private final HikariDataSource reader = new HikariDataSource();
    private SignedCheckpoint checkpoint =
            new SignedCheckpoint(0, new byte[0], "", "", Instant.EPOCH);

    @BeforeEach
    void with_a_sealed_case() throws SQLException {
        reader.setDataSource(open.database().as("refocus_reader"));
        reader.setMaximumPoolSize(2);
        CaseInTheLog caseFile = new CaseInTheLog();
        open.log().append(caseFile.opening("o"));
        open.log().append(caseFile.voicing(1, "v", "I want to sing"));
        TreeKeeper keeper =
                new TreeKeeper(
                        new LogTransactions(open.database().appender()),
                        SignerKey.of("refocus-record/test", new byte[32]),
                        false,
                        100);
        keeper.grow();
        checkpoint = keeper.sign().orElseThrow();
        ManyEvents.execute(
                open.database().owner(),
                """
                alter table refocus_log.event disable trigger all;
                create table public.kept as select * from refocus_log.event where position = %d
                """
                        .formatted(POSITION));
        assertThat(stands()).isTrue();
    }

    @Test
    void every_byte_of_the_payload() throws SQLException {
        int length = row().payload().length;
        for (int at = 0; at < length; at++) {
            for (int mask : List.of(1 << at % 8, 0xff)) {
                altered(
                        "payload = set_byte(payload, %1$d, get_byte(payload, %1$d) # %2$d)"
                                .formatted(at, mask));
            }
        }
        altered("payload = substring(payload from 2)");
        altered("payload = payload || '\\x00'::bytea");
    }

    @Test
    void every_letter_of_what_stands_beside_it() throws SQLException {
        for (String column : List.of("stream", "type", "posted_by", "recorded_by")) {
            String text = text(column);
            for (int at = 1; at <= text.length(); at++) {
                // Another letter, one that looks much like it, and none.
                for (String letter : List.of("~", neighbour(text.charAt(at - 1)), "")) {
                    altered(
                            "%1$s = overlay(%1$s placing '%3$s' from %2$d for 1)"
                                    .formatted(column, at, letter));
                }
            }
            altered("%1$s = %1$s || ' '".formatted(column));
        }
    }

    private static String neighbour(char letter) {
        return Character.toString(letter ^ 1);
    }

    @Test
    void every_bit_of_its_ids_numbers_and_times() throws SQLException {
        for (String column : List.of("event_id", "command_id")) {
            for (int bit = 0; bit < 128; bit++) {
                altered(
                        "%1$s = encode(set_bit(uuid_send(%1$s), %2$d, 1 - get_bit(uuid_send(%1$s), %2$d)), 'hex')::uuid"
                                .formatted(column, bit));
            }
        }
        for (String column : List.of("sequence", "revision")) {
            for (int bit = 0; bit < 15; bit++) {
                altered("%1$s = %1$s + %2$d".formatted(column, 1 << bit));
            }
        }
        for (String column : List.of("occurred_at", "recorded_at")) {
            for (String by : List.of("1 microsecond", "-1 microsecond", "1 hour", "-1 year")) {
                altered("%1$s = %1$s + interval '%2$s'".formatted(column, by));
            }
        }
    }

    @Test
    void but_no_byte_of_the_guard_against_repeats_beside_it_which_is_no_part_of_the_leaf()
            throws SQLException {
        for (int at = 0; at < 32; at++) {
            alteredUnseen(
                    "content_mac = set_byte(content_mac, %1$d, get_byte(content_mac, %1$d) # %2$d)"
                            .formatted(at, 1 << at % 8));
        }
        for (int at = 0; at < 16; at++) {
            alteredUnseen(
                    "content_mac_key = encode(set_byte(uuid_send(content_mac_key), %1$d, get_byte(uuid_send(content_mac_key), %1$d) # %2$d), 'hex')::uuid"
                            .formatted(at, 1 << at % 8));
        }
    }

    /** Of the row that has a guard: the first of its command. It is not undone. */
    private void alteredUnseen(String change) throws SQLException {
        ManyEvents.execute(
                open.database().owner(),
                "update refocus_log.event set %s where position = %d".formatted(change, GUARDED));
        assertThat(stands(GUARDED)).as(change).isTrue();
        assertThat(new LogAudit(reader).audit(List.of(), List.of(), _ -> {}).misfit())
                .as(change)
                .isNull();
    }

    @Test
    void its_place_where_it_was_swapped_with_another() throws SQLException {
        ManyEvents.execute(
                open.database().owner(),
                """
                update refocus_log.event set position = 1000 where position = 3;
                update refocus_log.event set position = 3 where position = 2;
                update refocus_log.event set position = 2 where position = 1000
                """);

        assertThat(stands()).isFalse();
        assertThat(misfit().position()).isEqualTo(2);
    }

    /** As an audit of the whole log has it. */
    private Audited.Misfit misfit() {
        return Objects.requireNonNull(
                new LogAudit(reader).audit(List.of(), List.of(), _ -> {}).misfit());
    }

    /** Undone afterwards. */
    private void altered(String change) throws SQLException {
        try (Connection connection = open.database().owner().getConnection();
                Statement statement = connection.createStatement()) {
            // What is done here need not outlast anything.
            statement.execute("set synchronous_commit = off");
            int rows =
                    statement.executeUpdate(
                            "update refocus_log.event set %s where position = %d"
                                    .formatted(change, POSITION));
            assertThat(rows).isEqualTo(1);
            assertThat(stands()).as(change).isFalse();
            assertThat(misfit().position()).as(change).isEqualTo(POSITION);
            statement.execute(
                    "delete from refocus_log.event where position = %d; insert into refocus_log.event select * from public.kept"
                            .formatted(POSITION));
            assertThat(stands()).isTrue();
        }
    }

    /** As evidence and proofs have it: the leaf is made anew of the row. */
    private boolean stands() {
        return stands(POSITION);
    }

    private boolean stands(long position) {
        List<byte[]> path = new Sealed(reader).inclusion(position, checkpoint.size());
        return MerkleVerification.includes(
                LeafText.hash(LeafText.leaf(row(position))),
                position - 1,
                checkpoint.size(),
                path,
                checkpoint.root());
    }

    private StoredRow row() {
        return row(POSITION);
    }

    private StoredRow row(long position) {
        return new LogStore(reader).page(position - 1, 1).getFirst();
    }

    private String text(String column) {
        StoredRow row = row();
        return switch (column) {
            case "stream" -> row.stream();
            case "type" -> row.type();
            case "posted_by" -> row.postedBy();
            default -> row.recordedBy();
        };
    }
}
