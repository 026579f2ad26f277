package org.refocusrecord.eventlog.seal;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.junit.jupiter.api.Test;

import java.util.List;

/** A checkpoint that somebody kept is held against a log only where it is one of that log. */
class TrustingCheckpointsTest {

    private static final String LOG = "refocus-record/one";
    private static final SignerKey KEY = key(LOG, 1);
    private static final SignerKey OTHER_KEY = key(LOG, 2);

    private final KeysOfLog own = new KeysOfLog(LOG, List.of(), List.of(KEY.verifier()));

    @Test
    void one_of_its_own_is_believed() {
        assertThat(own.checkpoint(signed(LOG, KEY)).size()).isEqualTo(17);
    }

    @Test
    void one_of_another_log_is_refused_even_where_its_key_was_given() {
        SignerKey elsewhere = key("refocus-record/two", 1);
        KeysOfLog given =
                new KeysOfLog(LOG, List.of(elsewhere.verifier()), List.of(elsewhere.verifier()));

        assertThatThrownBy(() -> given.checkpoint(signed("refocus-record/two", elsewhere)))
                .isInstanceOf(NotANote.class)
                .hasMessage(
                        "The checkpoint is one of refocus-record/two, and this log is"
                                + " refocus-record/one");
    }

    @Test
    void one_that_another_key_signed_is_refused() {
        assertThatThrownBy(() -> own.checkpoint(signed(LOG, OTHER_KEY)))
                .isInstanceOf(NotANote.class)
                .hasMessageContaining("signed by no key that the log keeps")
                .hasMessageContaining("--key");
        KeysOfLog given = new KeysOfLog(LOG, List.of(KEY.verifier()), List.of(KEY.verifier()));
        assertThatThrownBy(() -> given.checkpoint(signed(LOG, OTHER_KEY)))
                .isInstanceOf(NotANote.class)
                .hasMessageContaining("none of the keys that were given");
    }

    @Test
    void one_that_was_altered_is_refused() {
        String altered = signed(LOG, KEY).replace("\n17\n", "\n18\n");

        assertThatThrownBy(() -> own.checkpoint(altered))
                .isInstanceOf(NotANote.class)
                .hasMessage("The signature of the checkpoint is false");
    }

    private static String signed(String origin, SignerKey key) {
        return new Checkpoint(origin, 17, new byte[MerkleHash.BYTES]).signedBy(key);
    }

    private static SignerKey key(String origin, int seed) {
        byte[] bytes = new byte[SignerKey.SEED];
        bytes[0] = (byte) seed;
        return SignerKey.of(origin, bytes);
    }
}
