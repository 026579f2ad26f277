package org.refocusrecord.command.snapshot;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;

/**
 * How a state is written as bytes. The form is found by looking at the state's records, so it has
 * all that they have; it is no contract, and bytes of another form are thrown away.
 *
 * @param <S> the state: records, down to values of the JDK's and persistent collections
 */
public final class StateForm<S> {

    private final Class<S> type;
    private final Form form;
    private final int tables;
    private final byte[] fingerprint;

    /**
     * The form of a state.
     *
     * @param madeBy all else that a state depends on beside its events: the number of the fold,
     *     settings, how events are read
     */
    public StateForm(Class<S> type, String madeBy) {
        Forms forms = new Forms();
        this.type = type;
        this.form = forms.of(type);
        this.tables = forms.tables();
        this.fingerprint = sha256(madeBy + '\n' + forms.told());
    }

    private static byte[] sha256(String told) {
        try {
            return MessageDigest.getInstance("SHA-256")
                    .digest(told.getBytes(StandardCharsets.UTF_8));
        } catch (NoSuchAlgorithmException everyJdkHasIt) {
            throw new IllegalStateException(everyJdkHasIt);
        }
    }

    /** What tells this form from every other. */
    public byte[] fingerprint() {
        return fingerprint.clone();
    }

    /** The state as bytes. */
    public byte[] write(S state) {
        SnapshotBytes out = new SnapshotBytes();
        form.write(state, out);
        return out.toBytes();
    }

    /** The state again. */
    public S read(byte[] bytes) throws SnapshotUnreadable {
        try {
            SnapshotReading in = new SnapshotReading(bytes, tables);
            S state = type.cast(form.read(in));
            in.end();
            if (state == null) {
                throw new IllegalStateException("no state");
            }
            return state;
        } catch (RuntimeException unreadable) {
            throw new SnapshotUnreadable(unreadable);
        }
    }
}
