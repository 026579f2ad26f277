package org.refocusrecord.query.projection;

import org.jspecify.annotations.Nullable;
import org.refocusrecord.query.projection.ViewTable.Column;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.List;

/** The hash of a table's rows, of which the digest of a view is the sum. */
record RowHash(String table, List<Column> columns) {

    /**
     * The hash of a stream's row: whose it is counts as well. Lengths stand before values, so that
     * no two rows look alike.
     */
    byte[] of(String stream, Row row) {
        if (row.values().size() != columns.size()) {
            throw new IllegalStateException(table + " has " + columns.size() + " columns");
        }
        StringBuilder text = new StringBuilder(table);
        append(text, stream);
        for (String value : row.values()) {
            append(text, value);
        }
        try {
            return MessageDigest.getInstance("SHA-256")
                    .digest(text.toString().getBytes(StandardCharsets.UTF_8));
        } catch (NoSuchAlgorithmException everyJdkHasIt) {
            throw new IllegalStateException(everyJdkHasIt);
        }
    }

    /** In an order of their own, since equal rows may stand beside each other. */
    List<String> sorted(String stream, List<Row> rows) {
        return rows.stream()
                .map(row -> HexFormat.of().formatHex(of(stream, row)))
                .sorted()
                .toList();
    }

    private static void append(StringBuilder text, @Nullable String value) {
        text.append(value == null ? "|-" : "|" + value.length() + ":" + value);
    }
}
