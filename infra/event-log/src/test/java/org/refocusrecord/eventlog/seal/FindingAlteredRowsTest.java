package org.refocusrecord.eventlog.seal;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.AutoClose;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.refocusrecord.eventlog.CaseInTheLog;
import org.refocusrecord.eventlog.OpenLog;
import org.refocusrecord.eventlog.store.LeafText;
import org.refocusrecord.eventlog.store.LogTransactions;
import org.refocusrecord.eventlog.store.StoredRow;

import java.nio.file.Path;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.time.Instant;
import java.util.List;

/** Whatever its owner alters in a row of the database, the row no longer stands in the tree. */
class FindingAlteredRowsTest {

    private static final long POSITION = 3;

    @TempDir static Path folder;
    @AutoClose private final OpenLog open = new OpenLog(folder);
    private SignedCheckpoint checkpoint =
            new SignedCheckpoint(0, new byte[0], "", "", Instant.EPOCH);

    @BeforeEach
    void with_a_sealed_case() throws SQLException {
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
                open.database().owner(), "alter table refocus_log.event disable trigger all");
        assertThat(stands()).isTrue();
    }

    @Test
    void every_byte_of_the_payload() throws SQLException {
        int length = row().payload().length;
        for (int at = 0; at < length; at++) {
            altered(
                    "payload = set_byte(payload, %1$d, get_byte(payload, %1$d) # %2$d)"
                            .formatted(at, 1 << at % 8));
        }
    }

    @Test
    void every_letter_of_what_stands_beside_it() throws SQLException {
        for (String column : List.of("stream", "type", "posted_by", "recorded_by")) {
            int length = text(column).length();
            for (int at = 1; at <= length; at++) {
                altered("%1$s = overlay(%1$s placing '~' from %2$d for 1)".formatted(column, at));
            }
        }
    }

    @Test
    void every_bit_of_its_ids_numbers_and_times() throws SQLException {
        for (String column : List.of("event_id", "command_id")) {
            for (int at = 0; at < 16; at++) {
                altered(
                        "%1$s = encode(set_byte(uuid_send(%1$s), %2$d, get_byte(uuid_send(%1$s), %2$d) # 1), 'hex')::uuid"
                                .formatted(column, at));
            }
        }
        for (String column : List.of("sequence", "revision")) {
            for (int bit = 0; bit < 8; bit++) {
                altered("%1$s = %1$s + %2$d".formatted(column, 1 << bit));
            }
        }
        for (String column : List.of("occurred_at", "recorded_at")) {
            altered("%1$s = %1$s + interval '1 microsecond'".formatted(column));
        }
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
    }

    /** Undone afterwards. */
    private void altered(String change) throws SQLException {
        try (Connection connection = open.database().owner().getConnection()) {
            connection.setAutoCommit(true);
            update(connection, change);
            assertThat(stands()).as(change).isFalse();
            restore(connection);
            assertThat(stands()).isTrue();
        }
    }

    private static void update(Connection connection, String change) throws SQLException {
        try (PreparedStatement keep =
                        connection.prepareStatement(
                                "create temporary table kept as select * from refocus_log.event"
                                        + " where position = "
                                        + POSITION);
                PreparedStatement update =
                        connection.prepareStatement(
                                "update refocus_log.event set %s where position = %d"
                                        .formatted(change, POSITION))) {
            keep.execute();
            assertThat(update.executeUpdate()).isEqualTo(1);
        }
    }

    private static void restore(Connection connection) throws SQLException {
        for (String sql :
                List.of(
                        "delete from refocus_log.event where position = " + POSITION,
                        "insert into refocus_log.event select * from kept",
                        "drop table kept")) {
            try (PreparedStatement statement = connection.prepareStatement(sql)) {
                statement.execute();
            }
        }
    }

    /** As evidence and proofs have it: the leaf is made anew of the row. */
    private boolean stands() {
        List<byte[]> path =
                new Sealed(open.database().reader()).inclusion(POSITION, checkpoint.size());
        return MerkleVerification.includes(
                LeafText.hash(LeafText.leaf(row())),
                POSITION - 1,
                checkpoint.size(),
                path,
                checkpoint.root());
    }

    private StoredRow row() {
        return open.log().store().page(POSITION - 1, 1).getFirst();
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
