package org.refocusrecord.query.projection;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;

/** The first differences between both sides of a view: found by joins, and kept. */
final class DifferenceTable {

    /** How many are kept, and found of each table. */
    static final int MOST = 100;

    private static final String PARKED =
            """
            select coalesce(l.stream, n.stream), null, 0, 0, l.stream is not null,
                   n.stream is not null
              from (select * from refocus_views.parked where name = ?) l
              full join (select * from refocus_views.parked_next where name = ?) n
                on n.stream = l.stream
             where l.first_position is distinct from n.first_position
             order by 1 limit ?
            """;

    private static final String KEPT =
            """
            select d.stream, d.relation, d.only_live, d.only_next, d.parked_live, d.parked_next
              from refocus_views.difference d where d.rebuild = ? order by d.stream, d.relation
            """;

    private static final String KEEP =
            "insert into refocus_views.difference (rebuild, stream, relation, only_live,"
                    + " only_next, parked_live, parked_next) values (?, ?, ?, ?, ?, ?, ?)";

    private DifferenceTable() {}

    /** The first streams that have other rows in one table of a view than in the other. */
    static List<Difference> ofRows(Connection connection, String view, String table)
            throws SQLException {
        return found(
                connection,
                """
                with apart as (
                    select stream, sum(live) as live, sum(next) as next
                      from (select stream, hash, count(*) as live, 0 as next from %1$s group by 1, 2
                            union all
                            select stream, hash, 0, count(*) from %2$s group by 1, 2) both_sides
                     group by stream, hash having sum(live) <> sum(next))
                select stream, ?::text as relation, sum(greatest(live - next, 0)),
                       sum(greatest(next - live, 0)),
                       exists (select from refocus_views.parked p
                                where p.name = ? and p.stream = apart.stream),
                       exists (select from refocus_views.parked_next p
                                where p.name = ? and p.stream = apart.stream)
                  from apart group by stream order by stream limit ?
                """
                        .formatted(Side.LIVE.table(table), Side.NEXT.table(table)),
                table,
                view,
                view,
                MOST);
    }

    /** The first streams that are parked on one side of a view and not so on the other. */
    static List<Difference> ofParked(Connection connection, String view) throws SQLException {
        return found(connection, PARKED, view, view, MOST);
    }

    /** Those that were kept of a rebuild. */
    static List<Difference> kept(Connection connection, long rebuild) throws SQLException {
        return found(connection, KEPT, rebuild);
    }

    private static List<Difference> found(Connection connection, String sql, Object... values)
            throws SQLException {
        try (PreparedStatement query = connection.prepareStatement(sql)) {
            for (int index = 0; index < values.length; index++) {
                query.setObject(index + 1, values[index]);
            }
            List<Difference> found = new ArrayList<>();
            try (ResultSet row = query.executeQuery()) {
                while (row.next()) {
                    found.add(
                            new Difference(
                                    row.getString(1),
                                    row.getString(2),
                                    row.getLong(3),
                                    row.getLong(4),
                                    row.getBoolean(5),
                                    row.getBoolean(6)));
                }
            }
            return found;
        }
    }

    static void keep(Connection connection, long rebuild, List<Difference> differences)
            throws SQLException {
        try (PreparedStatement delete =
                        connection.prepareStatement(
                                "delete from refocus_views.difference where rebuild = ?");
                PreparedStatement insert = connection.prepareStatement(KEEP)) {
            delete.setLong(1, rebuild);
            delete.executeUpdate();
            for (Difference difference : differences) {
                insert.setLong(1, rebuild);
                insert.setString(2, difference.stream());
                insert.setString(3, difference.table());
                insert.setLong(4, difference.onlyLive());
                insert.setLong(5, difference.onlyRebuilt());
                insert.setBoolean(6, difference.parkedLive());
                insert.setBoolean(7, difference.parkedRebuilt());
                insert.addBatch();
            }
            insert.executeBatch();
        }
    }
}
