package org.refocusrecord.query.projection;

import java.sql.Connection;
import java.sql.SQLException;
import java.util.List;

/** A projector as it is; for those that differ in something from the one that they pass on to. */
class Watched implements Projector {

    private final Projector projector;

    Watched(Projector projector) {
        this.projector = projector;
    }

    @Override
    public String name() {
        return projector.name();
    }

    @Override
    public int version() {
        return projector.version();
    }

    @Override
    public int readsFrom() {
        return projector.readsFrom();
    }

    @Override
    public List<ViewTable> tables() {
        return projector.tables();
    }

    @Override
    public boolean follows(String stream) {
        return projector.follows(stream);
    }

    @Override
    public Tally apply(Page page, Connection connection) throws SQLException {
        return projector.apply(page, connection);
    }

    @Override
    public void clear(Connection connection) throws SQLException {
        projector.clear(connection);
    }

    @Override
    public List<Tally> recounted(Connection connection, Segments segments) throws SQLException {
        return projector.recounted(connection, segments);
    }

    @Override
    public List<Tally> written(Connection connection, Segments segments) throws SQLException {
        return projector.written(connection, segments);
    }
}
