package org.refocusrecord.eventlog.keys;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.refocusrecord.events.EventId;

import tools.jackson.databind.JsonNode;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.UUID;

class FreezingKeysTest {

    private static final JsonNode KEYS = Vectors.read("keys-1.json");
    private static final JsonNode MASTER = KEYS.get("masterKey");
    private static final JsonNode RECORD = KEYS.get("recordKey");
    private static final JsonNode DATA = KEYS.get("dataKey");
    private static final RecordKeyName NAME =
            new RecordKeyName(
                    UUID.fromString(RECORD.get("id").stringValue()),
                    RECORD.get("stream").stringValue(),
                    RECORD.get("generation").intValue());
    private static final EventId EVENT = EventId.of(DATA.get("eventId").stringValue());

    @TempDir Path folder;

    @Test
    void a_new_master_key_is_written_as_it_always_was() throws IOException {
        MasterKey master = master(Dealt.of(MASTER.get("key").stringValue()));
        assertThat(folder.resolve("master.key")).hasContent(MASTER.get("file").stringValue());
        assertThat(master.id()).isEqualTo(MASTER.get("id").stringValue());
    }

    @Test
    void a_record_key_is_wrapped_as_it_always_was() throws IOException {
        MasterKey master =
                master(
                        Dealt.of(
                                MASTER.get("key").stringValue(),
                                RECORD.get("nonce").stringValue()));
        assertThat(recordKey().wrappedBy(master, NAME)).isEqualTo(Vectors.bytes(RECORD, "wrapped"));
    }

    @Test
    void a_data_key_is_wrapped_as_it_always_was() {
        DataKey dataKey = DataKey.draw(Dealt.of(DATA.get("key").stringValue()));
        assertThat(recordKey().wrap(dataKey, EVENT, Dealt.of(DATA.get("nonce").stringValue())))
                .isEqualTo(Vectors.bytes(DATA, "wrapped"));
    }

    @Test
    void keys_that_were_wrapped_long_ago_are_unwrapped() throws IOException {
        Files.writeString(folder.resolve("master.key"), MASTER.get("file").stringValue());
        Files.setPosixFilePermissions(folder.resolve("master.key"), SecretFile.OWNER_ONLY);
        MasterKey master = master(Dealt.of());
        RecordKey recordKey = RecordKey.unwrap(Vectors.bytes(RECORD, "wrapped"), master, NAME);
        DataKey dataKey = recordKey.unwrap(Vectors.bytes(DATA, "wrapped"), EVENT);
        assertThat(recordKey.bits()).isEqualTo(Vectors.bytes(RECORD, "key"));
        assertThat(dataKey.bits()).isEqualTo(Vectors.bytes(DATA, "key"));
    }

    private MasterKey master(Randomness randomness) {
        return new MasterKeyFile(folder.resolve("master.key"), randomness).open(false);
    }

    private static RecordKey recordKey() {
        return RecordKey.draw(Dealt.of(RECORD.get("key").stringValue()));
    }
}
