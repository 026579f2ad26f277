package org.refocusrecord.eventlog;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.AutoClose;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.refocusrecord.eventlog.keys.MasterKey;
import org.refocusrecord.eventlog.keys.MasterKeyFile;
import org.refocusrecord.eventlog.keys.Randomness;
import org.refocusrecord.eventlog.keys.RecordKey;
import org.refocusrecord.eventlog.keys.RecordKeyName;
import org.refocusrecord.eventlog.store.RecordKeyRow;

import java.nio.file.Path;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.util.List;
import java.util.Objects;

/** Record keys wrapped anew keep their ids and all that was made under them. */
class ChangingTheMasterKeyTest {

    @TempDir private Path keys;

    private final CaseInTheLog theCase = new CaseInTheLog();
    @AutoClose private OpenLog openLog;

    @BeforeEach
    void open() {
        openLog = new OpenLog(keys);
    }

    private void wrapAnew(String stream, MasterKey other) throws SQLException {
        for (RecordKeyRow row : openLog.log().store().recordKeys(stream)) {
            RecordKeyName name = new RecordKeyName(row.id(), row.stream(), row.generation());
            byte[] wrapped =
                    RecordKey.unwrap(Objects.requireNonNull(row.wrapped()), openLog.master(), name)
                            .wrappedBy(other, name);
            try (Connection owner = openLog.database().owner().getConnection();
                    PreparedStatement update =
                            owner.prepareStatement(
                                    "update refocus_keys.record_key set wrapped = ? where id ="
                                            + " ?")) {
                update.setBytes(1, wrapped);
                update.setObject(2, row.id());
                update.executeUpdate();
            }
        }
    }

    @Test
    void every_repeat_is_told_as_before() throws Exception {
        Appending opening = theCase.opening("sent");
        Appending voicing = theCase.voicing(1, "sent", "To see the sea.");
        Appending team = theCase.team("sent");
        List.of(opening, voicing, team).forEach(openLog.log()::append);
        MasterKey other =
                new MasterKeyFile(keys.resolve("other.key"), Randomness.secure()).open(false);

        wrapAnew(theCase.stream(), other);
        wrapAnew("log/content", other);

        EventLog log = openLog.over(openLog.database().appender(), other);
        for (Appending appending : List.of(opening, voicing, team)) {
            assertThat(log.repeat(appending.commandId(), "sent")).isInstanceOf(Repeat.Same.class);
            assertThat(log.repeat(appending.commandId(), "other")).isInstanceOf(Repeat.Other.class);
        }
        assertThat(log.append(theCase.voicing(3, "sent", "To paint.")).version()).isEqualTo(5);
    }
}
