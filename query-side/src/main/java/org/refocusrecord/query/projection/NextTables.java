package org.refocusrecord.query.projection;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Collectors;

/**
 * The tables of the next side: made with the shape, the indexes and the rights of those that are
 * live, and put in their place.
 */
final class NextTables {

    private static final String SHAPE =
            """
            select string_agg(attname || ' ' || format_type(atttypid, atttypmod)
                              || case when attnotnull then ' not null' else '' end, ', '
                              order by attnum)
              from pg_attribute
             where attrelid = to_regclass(?) and attnum > 0 and not attisdropped
            """;
    private static final String INDEXES =
            """
            select c.relname, pg_get_indexdef(i.indexrelid)
              from pg_index i join pg_class c on c.oid = i.indexrelid
             where i.indrelid = ?::regclass
            """;
    private static final String RIGHTS =
            """
            select format('grant %s on %%s to %s', a.privilege_type,
                          case a.grantee when 0 then 'public'
                               else quote_ident(pg_get_userbyid(a.grantee)) end)
              from pg_class c, aclexplode(c.relacl) a
             where c.oid = ?::regclass and a.grantee <> c.relowner
            """;

    private NextTables() {}

    /** Nobody else changes which tables there are, or who may read them, until the end. */
    static void alone(Connection connection) throws SQLException {
        execute(connection, "select pg_advisory_xact_lock(refocus_views.tables_lock())");
    }

    /** Makes them, empty. */
    static void make(Connection connection, List<String> tables) throws SQLException {
        drop(connection, tables);
        for (String table : tables) {
            make(connection, Side.LIVE.table(table), Side.NEXT.table(table));
        }
    }

    private static void make(Connection connection, String live, String next) throws SQLException {
        execute(
                connection,
                "create table %s (like %s including all excluding indexes)".formatted(next, live));
        for (Map.Entry<String, String> index : indexes(connection, live).entrySet()) {
            execute(connection, onNext(index, live, next));
        }
        for (String grant : texts(connection, RIGHTS, live)) {
            execute(connection, grant.formatted(next));
        }
    }

    /** How an index of a live table is made on the one beside it. */
    private static String onNext(Map.Entry<String, String> index, String live, String next) {
        String name = " " + index.getKey();
        return index.getValue()
                .replace(name + " ON ", name + "_next ON ")
                .replace(" ON " + live + " ", " ON " + next + " ");
    }

    /**
     * Whether they are there and have the shape, the indexes and the rights of those that are live:
     * whatever a migration gave these since would be lost when the others take their place.
     */
    static boolean fit(Connection connection, List<String> tables) throws SQLException {
        for (String table : tables) {
            if (!fits(connection, Side.LIVE.table(table), Side.NEXT.table(table))) {
                return false;
            }
        }
        return true;
    }

    private static boolean fits(Connection connection, String live, String next)
            throws SQLException {
        // Only where it has the columns it is there at all.
        return texts(connection, SHAPE, live).equals(texts(connection, SHAPE, next))
                && Set.copyOf(texts(connection, RIGHTS, live))
                        .equals(Set.copyOf(texts(connection, RIGHTS, next)))
                && indexes(connection, live).entrySet().stream()
                        .map(index -> onNext(index, live, next))
                        .collect(Collectors.toSet())
                        .equals(Set.copyOf(indexes(connection, next).values()));
    }

    static void drop(Connection connection, List<String> tables) throws SQLException {
        alone(connection);
        for (String table : tables) {
            execute(connection, "drop table if exists " + Side.NEXT.table(table));
        }
    }

    /** Has the database know how they are filled, so that it finds its way in them at once. */
    static void analyze(Connection connection, List<String> tables) throws SQLException {
        for (String table : tables) {
            execute(connection, "analyze " + Side.NEXT.table(table));
        }
    }

    /** Breaks off a vacuum, and lets none begin, while they are still read. */
    static void freeOfVacuum(Connection connection, List<String> tables) throws SQLException {
        for (String table : tables) {
            for (Side side : Side.values()) {
                execute(
                        connection,
                        "lock table %s in share update exclusive mode"
                                .formatted(side.table(table)));
            }
        }
    }

    /**
     * Puts them in the place of those that are live, which are dropped. Whoever calls has made sure
     * that nobody reads meanwhile, by a snapshot from before.
     */
    static void goLive(Connection connection, List<String> tables) throws SQLException {
        for (String table : tables) {
            String live = Side.LIVE.table(table);
            execute(connection, "drop table " + live);
            execute(
                    connection,
                    "alter table %s rename to %s".formatted(Side.NEXT.table(table), table));
            for (String index : indexes(connection, live).keySet()) {
                execute(
                        connection,
                        "alter index refocus_views.%s rename to %s"
                                .formatted(index, index.replaceFirst("_next$", "")));
            }
        }
    }

    /** The names of a table's indexes, and how each is made. */
    private static Map<String, String> indexes(Connection connection, String table)
            throws SQLException {
        try (PreparedStatement query = connection.prepareStatement(INDEXES)) {
            query.setString(1, table);
            Map<String, String> indexes = new TreeMap<>();
            try (ResultSet found = query.executeQuery()) {
                while (found.next()) {
                    indexes.put(found.getString(1), found.getString(2));
                }
            }
            return indexes;
        }
    }

    private static List<String> texts(Connection connection, String sql, String table)
            throws SQLException {
        try (PreparedStatement query = connection.prepareStatement(sql)) {
            query.setString(1, table);
            List<String> texts = new ArrayList<>();
            try (ResultSet found = query.executeQuery()) {
                while (found.next()) {
                    texts.add(String.valueOf(found.getString(1)));
                }
            }
            return texts;
        }
    }

    private static void execute(Connection connection, String sql) throws SQLException {
        try (Statement statement = connection.createStatement()) {
            statement.execute(sql);
        }
    }
}
