package org.refocusrecord.eventlog.keys;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import static java.nio.charset.StandardCharsets.UTF_8;

import com.google.crypto.tink.subtle.AesGcmJce;

import org.assertj.core.api.ThrowableAssert.ThrowingCallable;
import org.junit.jupiter.api.Test;
import org.refocusrecord.events.EventId;

import java.security.GeneralSecurityException;
import java.util.Arrays;
import java.util.UUID;

class WrappingKeysTest {

    private static final Randomness RANDOM = Randomness.secure();
    private static final UUID ID = UUID.fromString("a0000000-0000-4000-8000-000000000001");
    private static final RecordKeyName NAME = new RecordKeyName(ID, "case/1", 0);
    private static final EventId EVENT = EventId.of("0135f0a1-b2c3-7d4e-8f50-000000000001");
    private static final EventId OTHER = EventId.of("0135f0a1-b2c3-7d4e-8f50-000000000002");

    private final MasterKey master = new LocalMasterKey(RANDOM.bytes(32), RANDOM);
    private final RecordKey recordKey = RecordKey.draw(RANDOM);
    private final DataKey dataKey = DataKey.draw(RANDOM);

    @Test
    void what_was_wrapped_is_unwrapped() {
        RecordKey again = RecordKey.unwrap(recordKey.wrappedBy(master, NAME), master, NAME);
        assertThat(again.bits()).isEqualTo(recordKey.bits());
        assertThat(again.unwrap(recordKey.wrap(dataKey, EVENT, RANDOM), EVENT).bits())
                .isEqualTo(dataKey.bits());
    }

    @Test
    void no_two_wrappings_of_a_key_are_alike() {
        assertThat(recordKey.wrappedBy(master, NAME))
                .isNotEqualTo(recordKey.wrappedBy(master, NAME));
    }

    @Test
    void a_record_key_opens_only_in_its_own_row() {
        byte[] wrapped = recordKey.wrappedBy(master, NAME);
        UUID otherId = UUID.fromString("a0000000-0000-4000-8000-000000000002");
        assertBroken(
                () -> RecordKey.unwrap(wrapped, master, new RecordKeyName(otherId, "case/1", 0)));
        assertBroken(() -> RecordKey.unwrap(wrapped, master, new RecordKeyName(ID, "case/2", 0)));
        assertBroken(() -> RecordKey.unwrap(wrapped, master, new RecordKeyName(ID, "case/1", 1)));
    }

    @Test
    void a_data_key_opens_only_for_its_own_event_and_record_key() {
        byte[] wrapped = recordKey.wrap(dataKey, EVENT, RANDOM);
        assertBroken(() -> recordKey.unwrap(wrapped, OTHER));
        assertBroken(() -> RecordKey.draw(RANDOM).unwrap(wrapped, EVENT));
    }

    @Test
    void a_wrapped_key_with_any_byte_changed_or_cut_off_does_not_open() {
        byte[] wrapped = recordKey.wrappedBy(master, NAME);
        for (int i = 0; i < wrapped.length; i++) {
            byte[] changed = wrapped.clone();
            changed[i] ^= 1;
            assertBroken(() -> RecordKey.unwrap(changed, master, NAME));
            byte[] cut = Arrays.copyOf(wrapped, i);
            assertBroken(() -> RecordKey.unwrap(cut, master, NAME));
        }
    }

    @Test
    void another_master_key_says_that_it_is_another() {
        MasterKey another = new LocalMasterKey(RANDOM.bytes(32), RANDOM);
        assertThatExceptionOfType(SealBroken.class)
                .isThrownBy(
                        () -> RecordKey.unwrap(recordKey.wrappedBy(master, NAME), another, NAME))
                .withMessageContainingAll(master.id(), another.id());
    }

    @Test
    void a_key_of_another_length_is_none() {
        assertThatIllegalArgumentException().isThrownBy(() -> new SecretKey(new byte[16]));
    }

    @Test
    void tinks_public_aes_gcm_reads_what_we_seal_and_we_what_it_seals()
            throws GeneralSecurityException {
        byte[] text = "plain".getBytes(UTF_8);
        byte[] associated = "place".getBytes(UTF_8);
        AesGcmJce tink = new AesGcmJce(dataKey.bits());
        assertThat(tink.decrypt(dataKey.seal(text, associated, RANDOM), associated))
                .isEqualTo(text);
        assertThat(dataKey.open(tink.encrypt(text, associated), associated)).isEqualTo(text);
    }

    private static void assertBroken(ThrowingCallable unwrapping) {
        assertThatExceptionOfType(SealBroken.class).isThrownBy(unwrapping);
    }
}
