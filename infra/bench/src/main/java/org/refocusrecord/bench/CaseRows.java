package org.refocusrecord.bench;

import com.github.f4b6a3.uuid.UuidCreator;

import org.jspecify.annotations.Nullable;
import org.refocusrecord.eventlog.keys.DataKey;
import org.refocusrecord.eventlog.keys.MasterKey;
import org.refocusrecord.eventlog.keys.Randomness;
import org.refocusrecord.eventlog.keys.RecordKey;
import org.refocusrecord.eventlog.keys.RecordKeyName;
import org.refocusrecord.events.EventId;

import java.sql.SQLException;
import java.time.OffsetDateTime;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.ThreadLocalRandom;

import javax.sql.DataSource;

/** Rows of cases that are like one that the product recorded, with new ids and keys throughout. */
final class CaseRows {

    private final MasterKey master;
    private final Template template;
    private final Ids ids;
    private final Rows recordKey;
    private final Rows keyRows;
    private final Map<UUID, @Nullable Object[]> dataKeyOf = new HashMap<>();

    CaseRows(DataSource owner, MasterKey master, Template template, Ids ids) throws SQLException {
        this.master = master;
        this.template = template;
        this.ids = ids;
        String stream = (String) template.events().value(0, "stream");
        this.recordKey =
                Rows.of(
                        owner,
                        "select * from refocus_keys.record_key where stream = '%s'"
                                .formatted(stream));
        this.keyRows =
                Rows.of(
                        owner,
                        "select * from refocus_keys.data_key where record_key_id = '%s'"
                                .formatted(recordKey.value(0, "id")));
        for (int row = 0; row < keyRows.values().size(); row++) {
            dataKeyOf.put((UUID) keyRows.value(row, "event_id"), keyRows.values().get(row));
        }
    }

    Case newCase() {
        return new Case();
    }

    /** How many events a case has. */
    int size() {
        return template.size();
    }

    /** Whether a command begins with this event of a case. */
    boolean begins(int row) {
        return template.begins(row);
    }

    List<String> eventColumns() {
        return template.events().columns();
    }

    List<String> recordKeyColumns() {
        return recordKey.columns();
    }

    List<String> dataKeyColumns() {
        return keyRows.columns();
    }

    /** One of them. */
    final class Case {

        private final Template.Copy copy = template.copy(ids::next);
        private final UUID keyId = UuidCreator.getTimeOrderedEpochPlus1();
        private final RecordKey key = RecordKey.draw(Randomness.secure());
        private final @Nullable DataKey[] dataKeys = new @Nullable DataKey[template.size()];
        private final UUID[] eventIds = new UUID[template.size()];

        @Nullable Object[] event(int row, long position, OffsetDateTime recordedAt) {
            eventIds[row] = UuidCreator.getTimeOrderedEpochPlus1();
            @Nullable Object[] values = copy.row(row);
            Rows events = template.events();
            for (int column = 0; column < values.length; column++) {
                values[column] =
                        switch (events.columns().get(column)) {
                            case "position" -> position;
                            case "recorded_at" -> recordedAt;
                            case "event_id" -> eventIds[row];
                            case "command_id" -> copy.commandId(row);
                            case "stream" -> copy.stream();
                            case "leaf_hash" -> leafHash();
                            case "payload" -> payload(row);
                            case "content_mac_key" -> values[column] == null ? null : keyId;
                            default -> values[column];
                        };
            }
            return values;
        }

        private byte[] payload(int row) {
            byte[] payload = copy.payload(row);
            if (template.words().areIn(row)) {
                DataKey dataKey = DataKey.draw(Randomness.secure());
                dataKeys[row] = dataKey;
                template.words().seal(row, payload, dataKey, eventIds[row]);
            }
            return payload;
        }

        private static byte[] leafHash() {
            byte[] hash = new byte[32];
            ThreadLocalRandom.current().nextBytes(hash);
            return hash;
        }

        @Nullable Object[] recordKey() {
            RecordKeyName name = new RecordKeyName(keyId, copy.stream(), 0);
            @Nullable Object[] values = recordKey.values().getFirst().clone();
            values[recordKey.place("id")] = keyId;
            values[recordKey.place("stream")] = copy.stream();
            values[recordKey.place("wrapped")] = key.wrappedBy(master, name);
            return values;
        }

        @Nullable Object @Nullable [] dataKey(int row) {
            @Nullable Object[] like =
                    dataKeyOf.get((UUID) template.events().value(row, "event_id"));
            DataKey drawn = dataKeys[row];
            if (like == null || drawn == null) {
                return null;
            }
            @Nullable Object[] values = like.clone();
            values[keyRows.place("event_id")] = eventIds[row];
            values[keyRows.place("record_key_id")] = keyId;
            values[keyRows.place("wrapped")] =
                    key.wrap(drawn, new EventId(eventIds[row]), Randomness.secure());
            return values;
        }
    }
}
