package org.refocusrecord.bench;

import com.github.f4b6a3.uuid.UuidCreator;

import org.jspecify.annotations.Nullable;
import org.refocusrecord.eventlog.keys.MasterKey;
import org.refocusrecord.eventlog.keys.Randomness;
import org.refocusrecord.eventlog.keys.RecordKey;
import org.refocusrecord.eventlog.keys.RecordKeyName;

import java.io.IOException;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.ThreadLocalRandom;

import javax.sql.DataSource;

/**
 * Fills the log with cases of twenty events, a hundred of them taking turns command by command as
 * they would in a service. Positions are gapless and record times rise, as the log's own; leaf
 * hashes are 32 random bytes.
 */
final class Loading {

    private static final long AT_ONCE = 100;
    private static final int BLOCKS = 50;

    private final DataSource owner;
    private final MasterKey master;
    private final Template template;
    private final Ids ids;
    private final Rows recordKey;
    private final Rows dataKeys;
    private final Map<UUID, @Nullable Object[]> dataKeyOf = new HashMap<>();

    Loading(DataSource owner, MasterKey master, Template template, Ids ids) throws Exception {
        this.owner = owner;
        this.master = master;
        this.template = template;
        this.ids = ids;
        String stream = (String) template.events().value(0, "stream");
        this.recordKey =
                Rows.of(
                        owner,
                        "select * from refocus_keys.record_key where stream = '%s'"
                                .formatted(stream));
        this.dataKeys =
                Rows.of(
                        owner,
                        "select * from refocus_keys.data_key where record_key_id = '%s'"
                                .formatted(recordKey.value(0, "id")));
        for (int row = 0; row < dataKeys.values().size(); row++) {
            dataKeyOf.put((UUID) dataKeys.value(row, "event_id"), dataKeys.values().get(row));
        }
    }

    /** Until the log holds so many events. */
    void upTo(long wanted, Progress progress) throws Exception {
        long head = head();
        while (head < wanted) {
            load(Math.min(BLOCKS, (wanted - head) / (AT_ONCE * template.size()) + 1));
            head = head();
            progress.says("loaded %,d events".formatted(head));
        }
    }

    Case newCase() {
        return new Case();
    }

    /** Rows of cases, ready to be copied. */
    record Batch(long events, List<BinaryCopy.Encoded> tables) {}

    /** The rows of cases for the raw copies of the three tables. */
    Batch batch(List<Case> cases) throws IOException {
        List<String> columns = new ArrayList<>(template.events().columns());
        int position = columns.indexOf("position");
        columns.remove(position);
        List<@Nullable Object[]> events = new ArrayList<>();
        List<@Nullable Object[]> ofCases = new ArrayList<>();
        List<@Nullable Object[]> ofEvents = new ArrayList<>();
        OffsetDateTime now = OffsetDateTime.now(ZoneOffset.UTC);
        for (Case one : cases) {
            ofCases.add(one.recordKey());
            for (int row = 0; row < template.size(); row++) {
                List<@Nullable Object> values =
                        new ArrayList<>(Arrays.asList(one.event(row, 0, now)));
                values.remove(position);
                events.add(values.toArray());
                @Nullable Object[] key = one.dataKey(row);
                if (key != null) {
                    ofEvents.add(key);
                }
            }
        }
        return new Batch(
                events.size(),
                List.of(
                        BinaryCopy.Encoded.of("bench_raw.event", columns, events),
                        BinaryCopy.Encoded.of("bench_raw.record_key", recordKey.columns(), ofCases),
                        BinaryCopy.Encoded.of("bench_raw.data_key", dataKeys.columns(), ofEvents)));
    }

    /** Into the raw copies, in one transaction. */
    void copyRaw(Batch batch) throws SQLException, IOException {
        try (Connection connection = owner.getConnection()) {
            connection.setAutoCommit(false);
            for (BinaryCopy.Encoded table : batch.tables()) {
                table.copy(connection);
            }
            connection.commit();
            connection.setAutoCommit(true);
        }
    }

    private long head() throws Exception {
        return Long.parseLong(
                Sql.text(owner, "select coalesce(max(position), 0) from refocus_log.event"));
    }

    /** One transaction, under the lock that orders all appends. */
    private void load(long blocks) throws Exception {
        try (Connection connection = owner.getConnection()) {
            connection.setAutoCommit(false);
            Place place = locked(connection);
            List<List<Case>> all = new ArrayList<>();
            for (int block = 0; block < blocks; block++) {
                List<Case> cases = new ArrayList<>();
                for (int one = 0; one < AT_ONCE; one++) {
                    cases.add(new Case());
                }
                all.add(cases);
            }
            try (BinaryCopy copy =
                    new BinaryCopy(connection, "refocus_log.event", template.events().columns())) {
                for (List<Case> cases : all) {
                    events(cases, place, copy);
                }
            }
            keys(connection, all.stream().flatMap(List::stream).toList());
            connection.commit();
            connection.setAutoCommit(true);
        }
    }

    private void events(List<Case> cases, Place place, BinaryCopy copy) throws Exception {
        int first = 0;
        while (first < template.size()) {
            int next = first + 1;
            while (next < template.size() && !template.begins(next)) {
                next++;
            }
            for (Case one : cases) {
                place.recordedAt = place.recordedAt.plus(1, ChronoUnit.MICROS);
                for (int row = first; row < next; row++) {
                    copy.row(one.event(row, ++place.position, place.recordedAt));
                }
            }
            first = next;
        }
    }

    private void keys(Connection connection, List<Case> cases) throws Exception {
        try (BinaryCopy copy =
                new BinaryCopy(connection, "refocus_keys.record_key", recordKey.columns())) {
            for (Case one : cases) {
                copy.row(one.recordKey());
            }
        }
        try (BinaryCopy copy =
                new BinaryCopy(connection, "refocus_keys.data_key", dataKeys.columns())) {
            for (Case one : cases) {
                for (int row = 0; row < template.size(); row++) {
                    @Nullable Object[] key = one.dataKey(row);
                    if (key != null) {
                        copy.row(key);
                    }
                }
            }
        }
    }

    /** Where the log ends. */
    private static final class Place {
        private long position;
        private OffsetDateTime recordedAt = OffsetDateTime.MIN;
    }

    private static Place locked(Connection connection) throws Exception {
        try (Statement statement = connection.createStatement()) {
            statement.execute("select pg_advisory_xact_lock(refocus_log.append_lock())");
            Place place = new Place();
            try (ResultSet row =
                    statement.executeQuery(
                            "select position, recorded_at from refocus_log.event"
                                    + " order by position desc limit 1")) {
                row.next();
                place.position = row.getLong(1);
                place.recordedAt = row.getObject(2, OffsetDateTime.class);
            }
            return place;
        }
    }

    /** One case that is loaded. */
    final class Case {

        private final Template.Copy copy = template.copy(ids::next);
        private final UUID keyId = UuidCreator.getTimeOrderedEpochPlus1();
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
                            case "payload" -> copy.payload(row);
                            case "content_mac_key" -> values[column] == null ? null : keyId;
                            default -> values[column];
                        };
            }
            return values;
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
            values[recordKey.place("wrapped")] =
                    RecordKey.draw(Randomness.secure()).wrappedBy(master, name);
            return values;
        }

        @Nullable Object @Nullable [] dataKey(int row) {
            @Nullable Object[] key = dataKeyOf.get((UUID) template.events().value(row, "event_id"));
            if (key == null) {
                return null;
            }
            @Nullable Object[] values = key.clone();
            values[dataKeys.place("event_id")] = eventIds[row];
            values[dataKeys.place("record_key_id")] = keyId;
            return values;
        }
    }
}
