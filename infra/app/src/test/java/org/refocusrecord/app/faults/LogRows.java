package org.refocusrecord.app.faults;

import static org.assertj.core.api.Assertions.assertThat;

import org.jspecify.annotations.Nullable;
import org.refocusrecord.eventlog.store.ContentGuard;
import org.refocusrecord.eventlog.store.LeafText;
import org.refocusrecord.eventlog.store.StoredRow;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.ArrayList;
import java.util.Base64;
import java.util.List;
import java.util.UUID;

/** The log as its owner finds it in the database, checked without the program that wrote it. */
final class LogRows {

    private static final String ALL =
            """
            select position, stream, sequence, event_id, type, revision, occurred_at, recorded_at,
                   posted_by, recorded_by, command_id, payload, leaf_hash, content_mac, content_mac_key
              from refocus_log.event order by position
            """;

    private static final int AT_ONCE = 10_000;

    private final List<StoredRow> rows;

    private LogRows(List<StoredRow> rows) {
        this.rows = rows;
    }

    /** How many there are; none of them is read. */
    static int countedBy(Connection owner) throws SQLException {
        try (Statement statement = owner.createStatement();
                ResultSet row = statement.executeQuery("select count(*) from refocus_log.event")) {
            row.next();
            return row.getInt(1);
        }
    }

    /** In one transaction, by the page: the driver would hold all of a large log once more. */
    static LogRows readBy(Connection owner) throws SQLException {
        owner.setAutoCommit(false);
        List<StoredRow> rows = new ArrayList<>();
        try (Statement statement = owner.createStatement()) {
            statement.setFetchSize(AT_ONCE);
            try (ResultSet row = statement.executeQuery(ALL)) {
                while (row.next()) {
                    rows.add(row(row));
                }
            }
        } finally {
            owner.setAutoCommit(true);
        }
        return new LogRows(rows);
    }

    private static StoredRow row(ResultSet row) throws SQLException {
        return new StoredRow(
                row.getLong(1),
                row.getString(2),
                row.getLong(3),
                row.getObject(4, UUID.class),
                row.getString(5),
                row.getInt(6),
                instant(row, 7),
                instant(row, 8),
                row.getString(9),
                row.getString(10),
                row.getObject(11, UUID.class),
                row.getBytes(12),
                row.getBytes(13),
                guard(row));
    }

    private static @Nullable ContentGuard guard(ResultSet row) throws SQLException {
        byte[] mac = row.getBytes(14);
        return mac == null ? null : new ContentGuard(mac, row.getObject(15, UUID.class));
    }

    private static Instant instant(ResultSet row, int column) throws SQLException {
        return row.getObject(column, OffsetDateTime.class).toInstant();
    }

    /** How many were recorded by callers, the log's own notes aside. */
    long ofCallers() {
        return rows.stream().filter(row -> !row.stream().startsWith("log/")).count();
    }

    /** Positions run from 1 without a hole, and record times rise. */
    void areInOrder() {
        Instant before = Instant.MIN;
        for (int index = 0; index < rows.size(); index++) {
            StoredRow row = rows.get(index);
            assertThat(row.position()).isEqualTo(index + 1);
            assertThat(row.recordedAt()).isAfterOrEqualTo(before);
            before = row.recordedAt();
        }
    }

    /** The first of them are what a checkpoint covers. */
    void areUnder(String checkpoint) throws NoSuchAlgorithmException {
        String[] lines = checkpoint.split("\n", 4);
        List<StoredRow> covered = rows.subList(0, Integer.parseInt(lines[1]));
        assertThat(Base64.getDecoder().decode(lines[2]))
                .isEqualTo(root(covered.stream().map(StoredRow::leafHash).toList()));
    }

    /** MTH of RFC 9162, 2.1.1, over hashes of leaves. */
    private static byte[] root(List<byte[]> leaves) throws NoSuchAlgorithmException {
        if (leaves.size() == 1) {
            return leaves.getFirst();
        }
        int split = Integer.highestOneBit(leaves.size() - 1);
        MessageDigest sha256 = MessageDigest.getInstance("SHA-256");
        sha256.update((byte) 1);
        sha256.update(root(leaves.subList(0, split)));
        return sha256.digest(root(leaves.subList(split, leaves.size())));
    }

    /** The leaf hash of each row is that of its leaf. */
    void areSealed() throws NoSuchAlgorithmException {
        MessageDigest sha256 = MessageDigest.getInstance("SHA-256");
        for (StoredRow row : rows) {
            sha256.update((byte) 0);
            byte[] leaf = LeafText.leaf(row).getBytes(StandardCharsets.UTF_8);
            assertThat(row.leafHash())
                    .as("position %d", row.position())
                    .isEqualTo(sha256.digest(leaf));
        }
    }
}
