package org.refocusrecord.eventlog.store;

import org.postgresql.util.PGBinaryObject;
import org.postgresql.util.PGobject;

/** A parameter of a statement whose bytes we know. */
@SuppressWarnings("serial") // The driver's type is serializable; nobody does it.
final class BinaryValue extends PGobject implements PGBinaryObject {
    private final byte[] bytes;

    BinaryValue(String type, byte[] bytes) {
        setType(type);
        this.bytes = bytes;
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
        throw new UnsupportedOperationException("these go to the database, and do not come");
    }
}
