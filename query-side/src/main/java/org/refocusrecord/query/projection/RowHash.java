package org.refocusrecord.query.projection;

import org.refocusrecord.query.projection.ViewTable.Column;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.List;

/** The hash of a table's rows, of which the digest of a view is the sum. */
record RowHash(String table, List<Column> columns) {

    /** Lengths stand before values, so that no two rows look alike. */
    byte[] of(Row row) {
        if (row.values().size() != columns.size()) {
            throw new IllegalStateException(table + " has " + columns.size() + " columns");
        }
        StringBuilder text = new StringBuilder(table);
        for (int index = 0; index < columns.size(); index++) {
            if (columns.get(index).counted()) {
                String value = row.values().get(index);
                text.append(value == null ? "|-" : "|" + value.length() + ":" + value);
            }
        }
        try {
            return MessageDigest.getInstance("SHA-256")
                    .digest(text.toString().getBytes(StandardCharsets.UTF_8));
        } catch (NoSuchAlgorithmException everyJdkHasIt) {
            throw new IllegalStateException(everyJdkHasIt);
        }
    }

    /** In an order of their own, since equal rows may stand beside each other. */
    List<String> sorted(List<Row> rows) {
        return rows.stream().map(row -> HexFormat.of().formatHex(of(row))).sorted().toList();
    }
}
