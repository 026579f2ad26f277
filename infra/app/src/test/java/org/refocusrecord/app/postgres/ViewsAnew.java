package org.refocusrecord.app.postgres;

import org.refocusrecord.app.data.DataFolder;

import java.nio.file.Path;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;

import javax.sql.DataSource;

/** Lets the views be made anew: a server that finds none makes them from the log. */
public final class ViewsAnew {

    private ViewsAnew() {}

    /** In a data folder with a database of its own, on which no server is. */
    public static void in(Path data) throws SQLException {
        DataFolder folder = DataFolder.existing(data);
        try (EmbeddedDatabase database =
                new EmbeddedDatabase(folder, Programs.unpackedIn(folder.programs()), _ -> {})) {
            DatabaseAccess access = database.start();
            in(access.as(access.administrator()));
        }
    }

    /** In a database that no server is on, as one who may do everything there. */
    public static void in(DataSource administrator) throws SQLException {
        try (Connection connection = administrator.getConnection();
                Statement statement = connection.createStatement()) {
            statement.execute("drop schema refocus_views cascade");
        }
    }
}
