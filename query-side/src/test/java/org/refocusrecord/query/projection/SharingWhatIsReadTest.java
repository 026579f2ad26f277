package org.refocusrecord.query.projection;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.AutoClose;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.parallel.Execution;
import org.junit.jupiter.api.parallel.ExecutionMode;
import org.refocusrecord.query.caseload.Views;

import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;

/** Views that are rebuilt together read the log together, unless one was left long ago. */
@Execution(ExecutionMode.CONCURRENT)
class SharingWhatIsReadTest {

    @AutoClose private final Views views = new Views(new StoryLog());

    @Test
    void a_rebuild_goes_as_far_as_one_before_it_where_that_is_near_and_else_as_far_as_what_is_live()
            throws SQLException {
        views.follower.prepare();
        allStandAt(10_000);
        assertThat(begun("caseload")).isEqualTo(10_000);

        allStandAt(20_000);
        assertThat(begun("retention")).isEqualTo(10_000);

        allStandAt(20_001);
        assertThat(begun("notices")).isEqualTo(20_001);
        assertThat(begun("teams")).isEqualTo(20_001);
    }

    private void allStandAt(long position) throws SQLException {
        try (Connection connection = views.dataSource.getConnection();
                Statement statement = connection.createStatement()) {
            statement.execute("update refocus_views.projection set position = " + position);
        }
    }

    /** Begins to rebuild a view; up to where. */
    private long begun(String view) throws SQLException {
        assertThat(views.projections.rebuild(view, "admin")).isTrue();
        try (Connection connection = views.dataSource.getConnection()) {
            return ProjectionTable.ofLocked(connection, Side.NEXT, view).getFirst().position();
        }
    }
}
