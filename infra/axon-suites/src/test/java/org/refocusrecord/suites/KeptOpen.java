package org.refocusrecord.suites;

import org.springframework.jdbc.datasource.SingleConnectionDataSource;

import java.sql.Connection;

/** One connection that whoever borrows it cannot close. */
final class KeptOpen extends SingleConnectionDataSource {

    KeptOpen(Connection connection) {
        super(connection, true);
    }
}
