package org.refocusrecord.eventlog.store;

import org.postgresql.util.PGBinaryObject;
import org.postgresql.util.PGobject;

import java.util.List;

/** Several commands as one parameter of a statement. */
@SuppressWarnings("serial") // The driver's type is serializable; nobody does it.
final class CommandArray extends PGobject implements PGBinaryObject {
    private static final String TYPE = "refocus_log._new_command";
    private static final int HEADER = 20;

    private final byte[] bytes;

    CommandArray(CommandTypes types, List<byte[]> commands) {
        setType(TYPE);
        BinaryWriter out =
                new BinaryWriter(
                        HEADER
                                + commands.stream()
                                        .mapToInt(command -> Integer.BYTES + command.length)
                                        .sum());
        out.array(types.command(), commands.size());
        commands.forEach(out::bytea);
        this.bytes = out.toBytes();
    }

    @Override
    public int lengthInBytes() {
        return bytes.length;
    }

    @Override
    public void toBytes(byte[] target, int offset) {
        System.arraycopy(bytes, 0, target, offset, bytes.length);
    }

    @Override
    public void setByteValue(byte[] value, int offset) {
        throw new UnsupportedOperationException("commands go to the database, and do not come");
    }
}
