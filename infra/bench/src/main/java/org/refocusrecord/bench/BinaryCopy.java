package org.refocusrecord.bench;

import org.jspecify.annotations.Nullable;
import org.postgresql.PGConnection;
import org.postgresql.copy.PGCopyOutputStream;

import java.io.ByteArrayOutputStream;
import java.io.DataOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.OffsetDateTime;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.UUID;

/** Rows on their way into a table by COPY in its binary form. */
final class BinaryCopy implements AutoCloseable {

    private static final byte[] HEADER = {
        'P', 'G', 'C', 'O', 'P', 'Y', '\n', (byte) 0xff, '\r', '\n', 0, 0, 0, 0, 0, 0, 0, 0, 0
    };
    private static final OffsetDateTime EPOCH = OffsetDateTime.parse("2000-01-01T00:00:00Z");
    private static final int BUFFER = 1 << 16;

    private final DataOutputStream out;

    BinaryCopy(Connection connection, String table, List<String> columns)
            throws SQLException, IOException {
        this(
                new PGCopyOutputStream(
                        connection.unwrap(PGConnection.class), sql(table, columns), BUFFER));
    }

    private BinaryCopy(OutputStream to) throws IOException {
        out = new DataOutputStream(to);
        out.write(HEADER);
    }

    private static String sql(String table, List<String> columns) {
        return "copy %s (%s) from stdin (format binary)"
                .formatted(table, String.join(", ", columns));
    }

    /** Rows in their binary form, for a table and some of its columns. */
    @SuppressWarnings("ArrayRecordComponent") // Sent as they are, never compared.
    record Encoded(String table, List<String> columns, byte[] bytes) {

        static Encoded of(String table, List<String> columns, List<@Nullable Object[]> rows)
                throws IOException {
            ByteArrayOutputStream bytes = new ByteArrayOutputStream();
            try (BinaryCopy copy = new BinaryCopy(bytes)) {
                for (@Nullable Object[] row : rows) {
                    copy.row(row);
                }
            }
            return new Encoded(table, columns, bytes.toByteArray());
        }

        /** Sends them as they are. */
        void copy(Connection connection) throws SQLException, IOException {
            try (OutputStream to =
                    new PGCopyOutputStream(
                            connection.unwrap(PGConnection.class), sql(table, columns), BUFFER)) {
                to.write(bytes);
            }
        }
    }

    /** One row, its values in the order of the columns. */
    void row(@Nullable Object... values) throws IOException {
        out.writeShort(values.length);
        for (Object value : values) {
            write(value);
        }
    }

    private void write(@Nullable Object value) throws IOException {
        switch (value) {
            case null -> out.writeInt(-1);
            case Long number -> {
                out.writeInt(Long.BYTES);
                out.writeLong(number);
            }
            case Integer number -> {
                out.writeInt(Integer.BYTES);
                out.writeInt(number);
            }
            case UUID id -> {
                out.writeInt(2 * Long.BYTES);
                out.writeLong(id.getMostSignificantBits());
                out.writeLong(id.getLeastSignificantBits());
            }
            case OffsetDateTime time -> {
                out.writeInt(Long.BYTES);
                out.writeLong(ChronoUnit.MICROS.between(EPOCH, time));
            }
            case String text -> bytes(text.getBytes(StandardCharsets.UTF_8));
            case byte[] bytes -> bytes(bytes);
            default -> throw new IllegalArgumentException("no column takes " + value.getClass());
        }
    }

    private void bytes(byte[] bytes) throws IOException {
        out.writeInt(bytes.length);
        out.write(bytes);
    }

    @Override
    public void close() throws IOException {
        out.writeShort(-1);
        out.close();
    }
}
