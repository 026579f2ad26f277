package org.refocusrecord.eventlog.words;

import static org.assertj.core.api.Assertions.assertThat;

import static java.nio.charset.StandardCharsets.UTF_8;

import org.junit.jupiter.api.AutoClose;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.refocusrecord.eventlog.Appending;
import org.refocusrecord.eventlog.CaseInTheLog;
import org.refocusrecord.eventlog.EventLog;
import org.refocusrecord.eventlog.Forgetting;
import org.refocusrecord.eventlog.OpenLog;

import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.UUID;

/**
 * The rows that the program wrote, read by the second reader with SQL and the master key's file.
 */
class ReadingTheLogItselfTest {

    private static final String ROWS =
            """
            select e.event_id, e.payload, e.content_mac, e.command_id, e.occurred_at, e.posted_by,
                   e.recorded_at, e.recorded_by, e.revision, e.sequence, e.stream, e.type,
                   e.leaf_hash, k.id, k.stream, k.generation, k.wrapped, d.wrapped,
                   to_char(e.occurred_at at time zone 'UTC', 'YYYY-MM-DD"T"HH24:MI:SS.US"Z"'),
                   to_char(e.recorded_at at time zone 'UTC', 'YYYY-MM-DD"T"HH24:MI:SS.US"Z"')
              from refocus_log.event e
              left join refocus_keys.data_key d on d.event_id = e.event_id
              left join refocus_keys.record_key k
                     on k.id = coalesce(d.record_key_id, e.content_mac_key)
             where e.command_id = ? order by e.position
            """;

    @TempDir private Path folder;

    private final CaseInTheLog theCase = new CaseInTheLog();
    @AutoClose private OpenLog openLog;
    private EventLog log;

    @BeforeEach
    void open() {
        openLog = new OpenLog(folder);
        log = openLog.log();
    }

    /** What the second reader makes of a command's rows. */
    private record Found(List<String> texts, List<byte[]> keys, String mac, String keyOf) {}

    private Found read(Appending appending) throws Exception {
        byte[] master = SecondReader.masterKey(Files.readString(folder.resolve("master.key")));
        List<String> texts = new ArrayList<>();
        List<byte[]> dataKeys = new ArrayList<>();
        String mac = "";
        byte[] recordKey = {};
        String keyOf = "";
        try (Connection reader = openLog.database().reader().getConnection();
                PreparedStatement query = reader.prepareStatement(ROWS)) {
            query.setObject(1, UUID.fromString(appending.commandId().toString()));
            ResultSet row = query.executeQuery();
            while (row.next()) {
                String event = row.getString(1);
                String payload = new String(row.getBytes(2), UTF_8);
                assertThat(SecondJson.canonical(SecondJson.read(payload))).isEqualTo(payload);
                isSealed(row);
                if (row.getBytes(17) != null) {
                    keyOf = row.getString(15);
                    recordKey =
                            SecondReader.recordKey(
                                    master,
                                    row.getBytes(17),
                                    row.getString(14),
                                    keyOf,
                                    row.getLong(16));
                }
                if (row.getBytes(3) != null) {
                    mac = SecondReader.hex(row.getBytes(3));
                }
                if (row.getBytes(18) != null) {
                    byte[] dataKey = SecondReader.dataKey(recordKey, row.getBytes(18), event);
                    dataKeys.add(dataKey);
                    SecondReader.texts(dataKey, event, payload)
                            .forEach(found -> texts.add(found.text()));
                }
            }
        }
        List<byte[]> keys = new ArrayList<>(List.of(recordKey));
        keys.addAll(dataKeys);
        return new Found(texts, keys, mac, keyOf);
    }

    private static void isSealed(ResultSet row) throws Exception {
        Map<String, Object> leaf =
                Map.ofEntries(
                        Map.entry("eventId", row.getString(1)),
                        Map.entry(
                                "payloadSha256",
                                SecondReader.hex(SecondReader.sha256(row.getBytes(2)))),
                        Map.entry("commandId", row.getString(4)),
                        Map.entry("occurredAt", row.getString(19)),
                        Map.entry("postedBy", row.getString(6)),
                        Map.entry("recordedAt", row.getString(20)),
                        Map.entry("recordedBy", row.getString(8)),
                        Map.entry("revision", row.getLong(9)),
                        Map.entry("sequence", row.getLong(10)),
                        Map.entry("stream", row.getString(11)),
                        Map.entry("type", row.getString(12)));
        assertThat(SecondReader.leafHash(SecondJson.canonical(leaf))).isEqualTo(row.getBytes(13));
    }

    private void isGuarded(Appending appending, String keyOf) throws Exception {
        Found found = read(appending);

        assertThat(found.keyOf()).isEqualTo(keyOf);
        assertThat(SecondReader.hex(SecondReader.contentMac(appending.content(), found.keys())))
                .isEqualTo(found.mac());
    }

    @Test
    void the_words_the_leaves_and_the_mac_of_a_command_are_as_described() throws Exception {
        Appending opening = theCase.opening("{\"command\":\"case\"}");
        Appending voicing = theCase.voicing(1, "{\"command\":\"own-entries\"}", "To see the sea.");
        log.append(opening);
        log.append(voicing);

        assertThat(read(voicing).texts()).containsExactly("To see the sea.");
        isGuarded(opening, theCase.stream());
        isGuarded(voicing, theCase.stream());
    }

    @Test
    void what_no_cases_key_can_guard_is_guarded_by_the_logs_own() throws Exception {
        Appending team = theCase.team("{\"command\":\"team\"}");
        Appending study = theCase.study("{\"command\":\"study\"}");
        Appending erasing =
                theCase.erasing(
                        1, "{\"command\":\"erasure-approval\"}", new Forgetting.OfTheWholeCase());
        log.append(theCase.opening("{}"));
        List.of(team, study, erasing).forEach(log::append);

        isGuarded(team, "log/content");
        isGuarded(study, "log/content");
        isGuarded(erasing, "log/content");
    }
}
