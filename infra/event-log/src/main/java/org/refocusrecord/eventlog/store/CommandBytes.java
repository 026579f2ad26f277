package org.refocusrecord.eventlog.store;

import static org.postgresql.core.Oid.BYTEA;
import static org.postgresql.core.Oid.BYTEA_ARRAY;
import static org.postgresql.core.Oid.INT4;
import static org.postgresql.core.Oid.INT8;
import static org.postgresql.core.Oid.TEXT;
import static org.postgresql.core.Oid.TIMESTAMPTZ;
import static org.postgresql.core.Oid.UUID;
import static org.postgresql.core.Oid.UUID_ARRAY;

import java.util.ArrayList;
import java.util.List;
import java.util.UUID;

/** Commands and an only event as the database's functions take them, in the binary format. */
final class CommandBytes {
    private static final int FIELDS_OF_A_COMMAND = 11;
    private static final int FIELDS_OF_AN_EVENT = 11;
    private static final int BYTES_OF_A_COMMAND = 400;
    private static final int EXPECTED_BESIDE_A_PAYLOAD = 1_200;

    private final BinaryWriter out;

    private CommandBytes(int expected) {
        this.out = new BinaryWriter(expected);
    }

    /** A list of {@code refocus_log.new_command}. */
    static byte[] ofAll(CommandTypes types, List<Append> appends) {
        CommandBytes bytes = new CommandBytes(BYTES_OF_A_COMMAND * appends.size());
        bytes.out.array(types.command(), appends.size());
        for (Append append : appends) {
            int element = bytes.out.begin();
            bytes.command(append);
            bytes.out.end(element);
        }
        return bytes.out.toBytes();
    }

    /** A {@code refocus_log.new_command}. */
    static byte[] of(Append append) {
        CommandBytes bytes = new CommandBytes(BYTES_OF_A_COMMAND);
        bytes.command(append);
        return bytes.out.toBytes();
    }

    /** A {@code refocus_log.only_event}. */
    static byte[] ofOnlyEvent(Append append) {
        NewRow row = append.rows().getFirst();
        CommandBytes bytes = new CommandBytes(row.payload().length + EXPECTED_BESIDE_A_PAYLOAD);
        bytes.event(append, row, LeafBytes.of(append, 0));
        return bytes.out.toBytes();
    }

    private void command(Append append) {
        UsedKey key = append.key();
        List<UUID> withWords = new ArrayList<>();
        List<byte[]> wrapped = new ArrayList<>();
        for (NewRow row : append.rows()) {
            if (row.wrappedDataKey() != null) {
                withWords.add(row.eventId());
                wrapped.add(row.wrappedDataKey());
            }
        }
        boolean words = !withWords.isEmpty();
        out.int32(FIELDS_OF_A_COMMAND);
        field(UUID).uuid(append.commandId());
        field(UUID).uuid(append.guard().recordKey());
        field(TEXT).text(append.stream());
        field(INT8).bigint(append.nextSequence());
        field(UUID).uuid(append.lastEvent());
        field(INT4).integer(append.rows().size());
        field(UUID).uuid(key == null ? null : key.id());
        field(INT4).integer(key == null ? null : key.generation());
        field(BYTEA).bytea(key == null ? null : key.wrappedIfNew());
        field(UUID_ARRAY).uuids(words ? withWords : null);
        field(BYTEA_ARRAY).byteas(words ? wrapped : null);
    }

    private void event(Append append, NewRow row, LeafBytes leaf) {
        out.int32(FIELDS_OF_AN_EVENT);
        field(UUID).uuid(row.eventId());
        field(TEXT).text(row.type());
        field(INT4).integer(row.revision());
        field(TIMESTAMPTZ).timestamptz(row.occurredAt());
        field(TEXT).text(append.postedBy());
        field(TEXT).text(append.recordedBy());
        field(BYTEA).bytea(append.guard().mac());
        field(BYTEA).bytea(row.payload());
        field(BYTEA).bytea(leaf.beginning());
        field(BYTEA).bytea(leaf.middle());
        field(BYTEA).bytea(leaf.end());
    }

    /** A field of a composite is its type, and then its value. */
    private BinaryWriter field(int type) {
        return out.int32(type);
    }
}
