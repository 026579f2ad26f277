package org.refocusrecord.eventlog.store;

import static org.postgresql.core.Oid.BYTEA;
import static org.postgresql.core.Oid.INT4;
import static org.postgresql.core.Oid.INT8;
import static org.postgresql.core.Oid.TEXT;
import static org.postgresql.core.Oid.TIMESTAMPTZ;
import static org.postgresql.core.Oid.UUID;
import static org.postgresql.core.Oid.UUID_ARRAY;

import org.refocusrecord.eventlog.json.TimeText;

import java.nio.charset.StandardCharsets;

/**
 * A command as the database takes it: one {@code refocus_log.new_command} in the binary format.
 * Written by the caller before it waits, so that only the calls to the database stand in line.
 */
final class CommandBytes {
    private static final int FIELDS_OF_A_COMMAND = 13;
    private static final int FIELDS_OF_AN_EVENT = 9;
    private static final int BYTES_BESIDE_A_PAYLOAD = 900;

    private final CommandTypes types;
    private final Append append;
    private final BinaryWriter out;

    private CommandBytes(CommandTypes types, Append append) {
        this.types = types;
        this.append = append;
        this.out =
                new BinaryWriter(
                        append.rows().stream()
                                .mapToInt(row -> row.payload().length + BYTES_BESIDE_A_PAYLOAD)
                                .sum());
    }

    static byte[] of(CommandTypes types, Append append) {
        return new CommandBytes(types, append).command();
    }

    private byte[] command() {
        UsedKey key = append.key();
        Erasure erasure = append.erasure();
        out.int32(FIELDS_OF_A_COMMAND);
        field(UUID).uuid(append.commandId());
        field(BYTEA).bytea(append.guard().mac());
        field(UUID).uuid(append.guard().recordKey());
        field(TEXT).text(append.stream());
        field(INT8).bigint(append.nextSequence());
        field(TEXT).text(append.postedBy());
        field(TEXT).text(append.recordedBy());
        field(UUID).uuid(key == null ? null : key.id());
        field(INT4).integer(key == null ? null : key.generation());
        field(BYTEA).bytea(key == null ? null : key.wrappedIfNew());
        field(UUID_ARRAY).uuids(UUID, erasure.isNothing() ? null : erasure.recordKeys());
        field(UUID_ARRAY).uuids(UUID, erasure.isNothing() ? null : erasure.dataKeysOf());
        field(types.events());
        events();
        return out.toBytes();
    }

    private void events() {
        int array = out.begin();
        out.array(types.event(), append.rows().size());
        for (int index = 0; index < append.rows().size(); index++) {
            int event = out.begin();
            event(index);
            out.end(event);
        }
        out.end(array);
    }

    private void event(int index) {
        NewRow row = append.rows().get(index);
        LeafText leaf = LeafText.of(append, index);
        out.int32(FIELDS_OF_AN_EVENT);
        field(UUID).uuid(row.eventId());
        field(TEXT).text(row.type());
        field(INT4).integer(row.revision());
        field(TIMESTAMPTZ).timestamptz(row.occurredAt());
        field(BYTEA).bytea(row.payload());
        if (row.occurredAt() == null) {
            field(BYTEA).bytea(bytes(leaf.toOccurredAt()));
            field(BYTEA).bytea(bytes(leaf.toRecordedAt()));
        } else {
            String known = TimeText.of(row.occurredAt());
            field(BYTEA).bytea(bytes(leaf.toOccurredAt() + known + leaf.toRecordedAt()));
            field(BYTEA).bytea(null);
        }
        field(BYTEA).bytea(bytes(leaf.toEnd()));
        field(BYTEA).bytea(row.wrappedDataKey());
    }

    /** A field of a composite is its type, and then its value. */
    private BinaryWriter field(int type) {
        return out.int32(type);
    }

    private static byte[] bytes(String text) {
        return text.getBytes(StandardCharsets.UTF_8);
    }
}
