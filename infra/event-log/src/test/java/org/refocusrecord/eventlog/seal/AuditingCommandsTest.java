package org.refocusrecord.eventlog.seal;

import static org.assertj.core.api.Assertions.assertThat;

import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AutoClose;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.refocusrecord.eventlog.CaseInTheLog;
import org.refocusrecord.eventlog.OpenLog;
import org.refocusrecord.eventlog.seal.Audited.Misfit;
import org.refocusrecord.eventlog.store.LeafText;
import org.refocusrecord.eventlog.store.StoredRow;

import java.nio.file.Path;
import java.sql.SQLException;
import java.util.HexFormat;
import java.util.List;
import java.util.Objects;

/**
 * The guard against repeats is no part of a leaf. That it stands beside the first event of each
 * command, and beside no other, is found by an audit all the same.
 */
class AuditingCommandsTest {

    private static final long FIRST_OF_TWO = 2;
    private static final long LAST_OF_TWO = 3;
    private static final long ALONE = 4;

    @TempDir private Path folder;
    @AutoClose private @Nullable OpenLog open;

    @BeforeEach
    void with_three_commands_and_an_owner_who_may_do_everything() throws SQLException {
        open = new OpenLog(folder);
        CaseInTheLog caseFile = new CaseInTheLog();
        open.log().append(caseFile.opening("o"));
        open.log().append(caseFile.voicing(1, "v", "I want to sing"));
        open.log().append(caseFile.death(3, "d"));
        execute("alter table refocus_log.event disable trigger all");
        execute("drop index refocus_log.event_command_taken");
        assertThat(misfit()).isNull();
    }

    @Test
    void a_command_whose_first_event_has_none_is_named() throws SQLException {
        execute(
                "update refocus_log.event set content_mac = null, content_mac_key = null where"
                        + " position = "
                        + FIRST_OF_TWO);

        assertThat(misfit())
                .isEqualTo(
                        named(
                                FIRST_OF_TWO,
                                "it is the first event of its command, and has no content MAC"));
    }

    @Test
    void an_event_that_is_not_the_first_and_has_one_is_named() throws SQLException {
        execute(
                """
                update refocus_log.event e set content_mac = f.content_mac, content_mac_key = f.content_mac_key
                  from refocus_log.event f where f.position = %d and e.position = %d
                """
                        .formatted(FIRST_OF_TWO, LAST_OF_TWO));

        assertThat(misfit())
                .isEqualTo(
                        named(
                                LAST_OF_TWO,
                                "it is not the first event of its command, and has a content MAC"));
    }

    @Test
    void a_command_that_was_recorded_a_second_time_is_named() throws SQLException {
        execute(
                """
                update refocus_log.event e set command_id = f.command_id
                  from refocus_log.event f where f.position = 1 and e.position = %d
                """
                        .formatted(ALONE));
        execute(
                "update refocus_log.event set leaf_hash = '\\x%s' where position = %d"
                        .formatted(
                                HexFormat.of().formatHex(LeafText.hash(LeafText.leaf(row(ALONE)))),
                                ALONE));

        assertThat(misfit())
                .isEqualTo(
                        new Misfit(ALONE, "its command was recorded before, with a content MAC"));
    }

    private Misfit named(long position, String what) {
        return new Misfit(position, "event %s: %s".formatted(row(position).eventId(), what));
    }

    private StoredRow row(long position) {
        return log().log().store().page(position - 1, 1).getFirst();
    }

    private @Nullable Misfit misfit() {
        return new LogAudit(log().database().reader())
                .audit(List.of(), List.of(), _ -> {})
                .misfit();
    }

    private void execute(String sql) throws SQLException {
        ManyEvents.execute(log().database().owner(), sql);
    }

    private OpenLog log() {
        return Objects.requireNonNull(open);
    }
}
