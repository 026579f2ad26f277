package org.refocusrecord.eventlog.seal;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

import java.nio.charset.StandardCharsets;
import java.security.KeyFactory;
import java.security.PublicKey;
import java.security.Signature;
import java.security.spec.X509EncodedKeySpec;
import java.util.Arrays;
import java.util.Base64;
import java.util.HexFormat;

class SigningNotesTest {

    /** From the specification, c2sp.org/signed-note. */
    private static final String PUBLISHED_KEY =
            "example.com/foo+530d903a+AekyeRrm56hApGFkyQR4ZCbV54Id2LKaANYcrnKv3U2k";

    private static final String PUBLISHED_NOTE =
            """
            This is an example message.

            — example.com/foo Uw2QOkn8srV1yJGh2VYRlL1Tnagv1YEq6TfXppzi2ONncAlTgK7Ztg1ERYNZXsYjOBH3mFXmRKuwHjG1Yu72IneyaQM=
            """;

    /** From the specification, c2sp.org/tlog-checkpoint; its key is not published. */
    private static final String PUBLISHED_CHECKPOINT =
            """
            example.com/behind-the-sofa
            20852163
            CsUYapGGPo4dkMgIAUqom/Xajj7h2fB2MPA3j2jxq2I=

            — example.com/behind-the-sofa Az3grlgtzPICa5OS8npVmf1Myq/5IZniMp+ZJurmRDeOoRDe4URYN7u5/Zhcyv2q1gGzGku9nTo+zyWE+xeMcTOAYQ8=
            """;

    private static final String NAME = "refocus-record/0190b6b4-0000-4000-8000-000000000001";
    private static final SignerKey KEY = SignerKey.of(NAME, filled(7));
    private static final Checkpoint CHECKPOINT = new Checkpoint(NAME, 4_711, filled(3));

    @Test
    void the_published_note_is_signed_by_the_published_key() {
        SignedNote note = SignedNote.parse(PUBLISHED_NOTE);

        assertThat(note.text()).isEqualTo("This is an example message.\n");
        assertThat(note.by(VerifierKey.parse(PUBLISHED_KEY))).isEqualTo(SignedNote.Verdict.SIGNED);
        assertThat(VerifierKey.parse(PUBLISHED_KEY)).hasToString(PUBLISHED_KEY);
    }

    @Test
    void another_text_under_the_published_signature_is_false() {
        SignedNote note = SignedNote.parse(PUBLISHED_NOTE.replace("example m", "Example m"));

        assertThat(note.by(VerifierKey.parse(PUBLISHED_KEY))).isEqualTo(SignedNote.Verdict.FALSE);
    }

    @Test
    void the_published_checkpoint_says_its_origin_size_and_root() {
        Checkpoint checkpoint = Checkpoint.of(SignedNote.parse(PUBLISHED_CHECKPOINT));

        assertThat(checkpoint.origin()).isEqualTo("example.com/behind-the-sofa");
        assertThat(checkpoint.size()).isEqualTo(20_852_163);
        assertThat(checkpoint.text() + "\n").isEqualTo(PUBLISHED_CHECKPOINT.split("—", 2)[0]);
    }

    @Test
    void what_the_log_signs_anybody_checks_with_nothing_but_java() throws Exception {
        String note = CHECKPOINT.signedBy(KEY);
        String[] halves = note.split("\n\n", 2);
        byte[] signed = Base64.getDecoder().decode(halves[1].strip().split(" ", 3)[2]);
        byte[] key = Base64.getDecoder().decode(KEY.verifier().toString().split("\\+", 3)[2]);
        byte[] hash = SecondTree.sha256((NAME + "\n").getBytes(StandardCharsets.UTF_8), key);

        Signature verifier = Signature.getInstance("Ed25519");
        verifier.initVerify(ed25519(Arrays.copyOfRange(key, 1, key.length)));
        verifier.update((halves[0] + "\n").getBytes(StandardCharsets.UTF_8));

        assertThat(key[0]).isEqualTo((byte) 1);
        assertThat(Arrays.copyOf(signed, 4)).isEqualTo(Arrays.copyOf(hash, 4));
        assertThat(verifier.verify(Arrays.copyOfRange(signed, 4, signed.length))).isTrue();
    }

    @Test
    void a_signature_of_another_key_is_passed_over() {
        SignerKey other = SignerKey.of(NAME, filled(8));
        String ours = CHECKPOINT.signedBy(KEY);
        String theirs = CHECKPOINT.signedBy(other);
        String both = ours + theirs.substring(theirs.indexOf("\n\n") + 2);

        assertThat(SignedNote.parse(theirs).by(KEY.verifier()))
                .isEqualTo(SignedNote.Verdict.OTHER_KEY);
        assertThat(SignedNote.parse(both).by(KEY.verifier())).isEqualTo(SignedNote.Verdict.SIGNED);
    }

    @Test
    void no_byte_of_a_checkpoint_can_be_changed_unseen() {
        byte[] note = CHECKPOINT.signedBy(KEY).getBytes(StandardCharsets.UTF_8);
        for (int at = 0; at < note.length; at++) {
            for (int bit = 0; bit < 8; bit++) {
                byte[] changed = note.clone();
                changed[at] ^= (byte) (1 << bit);
                assertThat(isSound(new String(changed, StandardCharsets.UTF_8)))
                        .as("byte %d, bit %d", at, bit)
                        .isFalse();
            }
        }
    }

    private static boolean isSound(String note) {
        try {
            SignedNote parsed = SignedNote.parse(note);
            return parsed.by(KEY.verifier()) == SignedNote.Verdict.SIGNED;
        } catch (NotANote refused) {
            return false;
        }
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "\n",
                "a\n",
                "a\n\n",
                "a\n\n— n\n",
                "a\n\n— n aaaa\n",
                "a\n\n- n AAAAAAAAAA==\n",
                "a\n\n— n AAAAAAAAAA==",
                "a\n\n— n+m AAAAAAAAAA==\n",
                "a\rb\n\n— n AAAAAAAAAA==\n"
            })
    void what_is_no_note_is_refused(String text) {
        assertThatThrownBy(() -> SignedNote.parse(text)).isInstanceOf(NotANote.class);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "o\n1\n",
                "\n1\nAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAA=\n",
                "o\n01\nAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAA=\n",
                "o\n-1\nAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAA=\n",
                "o\n9999999999999999\nAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAA=\n",
                "o\n1\nAAAA\n"
            })
    void what_is_no_checkpoint_is_refused(String text) {
        SignedNote note = SignedNote.parse(KEY.note(text));

        assertThatThrownBy(() -> Checkpoint.of(note)).isInstanceOf(NotANote.class);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "example.com/foo",
                "example.com/foo+530d903b+AekyeRrm56hApGFkyQR4ZCbV54Id2LKaANYcrnKv3U2k",
                "example.com/fop+530d903a+AekyeRrm56hApGFkyQR4ZCbV54Id2LKaANYcrnKv3U2k",
                "example.com/foo+530d903a+AukyeRrm56hApGFkyQR4ZCbV54Id2LKaANYcrnKv3U2k",
                "example.com/foo+530d903a+AekyeRrm56hApGFkyQR4ZCbV54Id2LKaANYcrnKv3U"
            })
    void what_is_no_key_is_refused(String text) {
        assertThatThrownBy(() -> VerifierKey.parse(text)).isInstanceOf(NotANote.class);
    }

    @Test
    void a_signing_key_is_read_back_from_its_text() {
        SignerKey read = SignerKey.parse(KEY.secretText() + "\n");

        assertThat(read.verifier()).hasToString(KEY.verifier().toString());
        assertThat(KEY.toString()).doesNotContain("PRIVATE");
        assertThatThrownBy(() -> SignerKey.parse(KEY.secretText().replace(NAME, NAME + "x")))
                .isInstanceOf(NotANote.class);
    }

    private static PublicKey ed25519(byte[] raw) throws Exception {
        byte[] prefix = HexFormat.of().parseHex("302a300506032b6570032100");
        byte[] encoded = Arrays.copyOf(prefix, prefix.length + raw.length);
        System.arraycopy(raw, 0, encoded, prefix.length, raw.length);
        return KeyFactory.getInstance("Ed25519").generatePublic(new X509EncodedKeySpec(encoded));
    }

    private static byte[] filled(int value) {
        byte[] bytes = new byte[32];
        Arrays.fill(bytes, (byte) value);
        return bytes;
    }
}
