package org.refocusrecord.bench;

import org.postgresql.PGConnection;

import java.io.OutputStream;
import java.sql.Connection;
import java.util.ArrayList;
import java.util.List;

import javax.sql.DataSource;

/** COPY in its binary form, the fastest way in and out that PostgreSQL has. */
final class Copying {

    private final DataSource dataSource;
    private final Loading loading;

    Copying(DataSource dataSource, Loading loading) {
        this.dataSource = dataSource;
        this.loading = loading;
    }

    /** Events and their key rows into copies of the log's tables, in one transaction. */
    Contestant in(int cases) {
        return new Contestant(
                Names.COPY_IN,
                (_, _) -> {
                    List<Loading.Case> made = new ArrayList<>();
                    for (int index = 0; index < cases; index++) {
                        made.add(loading.newCase());
                    }
                    Loading.Batch batch = loading.batch(made);
                    return new Contestant.Whole(batch.events(), () -> loading.copyRaw(batch));
                });
    }

    /** So many events out, thrown away unread. */
    Contestant out(long events) {
        return Contestant.whole(
                Names.COPY_OUT,
                events,
                () -> {
                    try (Connection connection = dataSource.getConnection()) {
                        connection
                                .unwrap(PGConnection.class)
                                .getCopyAPI()
                                .copyOut(
                                        "copy (select * from refocus_log.event where position <= %d) to stdout (format binary)"
                                                .formatted(events),
                                        OutputStream.nullOutputStream());
                    }
                });
    }
}
