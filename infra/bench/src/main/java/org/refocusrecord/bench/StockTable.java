package org.refocusrecord.bench;

import java.sql.SQLException;

import javax.sql.DataSource;

/** The table of Axon's JDBC engine, filled with as many events as the log has. */
final class StockTable {

    private final DataSource dataSource;
    private final String sample;

    /**
     * Over the engine's own table.
     *
     * @param sample a stream of twenty events that the engine itself wrote
     */
    StockTable(DataSource dataSource, String sample) {
        this.dataSource = dataSource;
        this.sample = sample;
    }

    /** Takes over what the log holds and this table does not, in the engine's own bytes. */
    void follow() throws SQLException {
        Sql.run(
                dataSource,
                """
                insert into domainevententry (eventidentifier, aggregateidentifier, sequencenumber, type,
                    timestamp, payloadtype, payloadrevision, payload, metadata)
                select e.event_id::text, e.stream, e.sequence, s.type, s.timestamp, s.payloadtype,
                       s.payloadrevision, s.payload, s.metadata
                  from refocus_log.event e
                  join (select * from domainevententry where aggregateidentifier = '%s') s
                    on s.sequencenumber = e.sequence
                 where e.stream like 'case/%%'
                   and e.position > %s
                 order by e.position
                """
                        .formatted(sample, taken()),
                "drop table if exists taken",
                "create table taken as select max(position) as position from refocus_log.event");
    }

    /** How many events it has, counted no further than this. */
    long count(long most) throws SQLException {
        return Long.parseLong(
                Sql.text(
                        dataSource,
                        "select count(*) from (select from domainevententry limit %d) as few"
                                .formatted(most)));
    }

    private String taken() throws SQLException {
        Sql.run(dataSource, "create table if not exists taken (position bigint)");
        return Sql.text(dataSource, "select coalesce(max(position), 0) from taken");
    }

    /** How many bytes a payload has on average, and a whole row. */
    String size() throws SQLException {
        return "stock: "
                + Sql.text(
                        dataSource,
                        "select round(avg(octet_length(payload))) || ' bytes of payload, ' ||"
                            + " round(avg(octet_length(metadata))) || ' of metadata, ' ||"
                            + " round(avg(pg_column_size(e.*))) || ' of row' from (select * from"
                            + " domainevententry order by globalindex desc limit 10000) e");
    }
}
