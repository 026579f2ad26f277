package org.refocusrecord.eventlog.store;

import java.sql.ResultSet;
import java.sql.Statement;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Stream;

import javax.sql.DataSource;

/**
 * What a server must be set to for "recorded" to mean "on the disk". Looked at through the
 * connections that will append, because a role or a database can have settings of its own.
 */
public final class DurableSettings {
    private static final Map<String, Set<String>> REQUIRED = required();

    // The first that ends a transaction by its age, so that a server that stands still under the
    // log's lock does not keep the others out.
    private static final int OLDEST = 17;
    private static final int NUMBERS_OF_A_VERSION = 10_000;

    private DurableSettings() {}

    /**
     * Throws {@link NotDurable}, naming every setting that would let a recorded event be lost, and
     * a PostgreSQL that is too old.
     */
    public static void require(DataSource appender) {
        require(appender, OLDEST);
    }

    static void require(DataSource appender, int oldest) {
        List<String> wrong =
                Stream.concat(
                                Stream.of(tooOld(appender, oldest)),
                                REQUIRED.keySet().stream()
                                        .map(setting -> wrong(setting, shown(appender, setting))))
                        .filter(fault -> !fault.isEmpty())
                        .toList();
        if (!wrong.isEmpty()) {
            throw new NotDurable(wrong);
        }
    }

    private static Map<String, Set<String>> required() {
        Map<String, Set<String>> required = new LinkedHashMap<>();
        required.put("fsync", Set.of("on"));
        required.put("full_page_writes", Set.of("on"));
        required.put("synchronous_commit", Set.of("on", "remote_apply"));
        required.put("server_encoding", Set.of("UTF8"));
        required.put("default_transaction_isolation", Set.of("read committed"));
        return required;
    }

    private static String tooOld(DataSource appender, int oldest) {
        int version =
                Integer.parseInt(shown(appender, "server_version_num")) / NUMBERS_OF_A_VERSION;
        return version >= oldest
                ? ""
                : "PostgreSQL is %d and must be %d or later".formatted(version, oldest);
    }

    private static String wrong(String setting, String value) {
        Set<String> allowed = REQUIRED.getOrDefault(setting, Set.of());
        return allowed.contains(value)
                ? ""
                : "%s is %s and must be %s"
                        .formatted(
                                setting,
                                value,
                                String.join(" or ", allowed.stream().sorted().toList()));
    }

    private static String shown(DataSource appender, String setting) {
        return new LogConnections(appender)
                .ask(connection -> {
                    try (Statement show = connection.createStatement();
                            ResultSet row = show.executeQuery("show " + setting)) {
                        row.next();
                        return Columns.text(row, 1);
                    }
                });
    }
}
