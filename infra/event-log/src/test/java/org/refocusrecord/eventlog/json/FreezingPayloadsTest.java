package org.refocusrecord.eventlog.json;

import static org.assertj.core.api.Assertions.assertThat;

import static java.nio.charset.StandardCharsets.UTF_8;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.FieldSource;
import org.refocusrecord.eventlog.keys.DataKey;
import org.refocusrecord.eventlog.keys.Dealt;
import org.refocusrecord.eventlog.keys.Vectors;
import org.refocusrecord.events.Event;
import org.refocusrecord.events.EventId;

import tools.jackson.databind.JsonNode;

import java.util.List;

class FreezingPayloadsTest {

    static final List<JsonNode> FROZEN = Vectors.list("payload-1.json", "payloads");

    @ParameterizedTest
    @FieldSource("FROZEN")
    void a_payload_has_the_bytes_that_it_always_had(JsonNode frozen) {
        Dealt drawn = new Dealt(Vectors.texts(frozen, "drawn"));
        Event event = FrozenEvents.named(type(frozen));

        WrittenPayload written = new PayloadWriter(drawn).write(event, eventId(frozen));

        assertThat(new String(written.bytes(), UTF_8))
                .isEqualTo(frozen.get("payload").stringValue());
        assertThat(drawn.isDrawn()).isTrue();
    }

    @ParameterizedTest
    @FieldSource("FROZEN")
    void a_payload_from_long_ago_is_read_as_the_event_that_it_was(JsonNode frozen) {
        DataKey key = DataKey.draw(Dealt.of(Vectors.texts(frozen, "drawn").getFirst()));
        Event read =
                new PayloadReader()
                        .read(
                                "case/c0000000-0000-4000-8000-000000000001",
                                type(frozen),
                                frozen.get("revision").intValue(),
                                eventId(frozen),
                                frozen.get("payload").stringValue().getBytes(UTF_8));
        assertThat(SpokenAgain.in(read, key)).isEqualTo(FrozenEvents.named(type(frozen)));
    }

    private static String type(JsonNode frozen) {
        return frozen.get("type").stringValue();
    }

    private static EventId eventId(JsonNode frozen) {
        return EventId.of(frozen.get("eventId").stringValue());
    }
}
