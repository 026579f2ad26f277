package org.refocusrecord.app.contracts;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator.ReplaceUnderscores;
import org.junit.jupiter.api.Test;
import org.refocusrecord.app.contracts.Comparison.Side;

import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.ObjectNode;

import java.io.IOException;

/** Whoever reads and writes as the last release said can go on with this one. */
@DisplayNameGeneration(ReplaceUnderscores.class)
class KeepingWhatWasReleasedTest {

    private final JsonNode current = Documents.current();
    private final JsonNode changed = current.deepCopy();

    @Test
    void all_that_was_released_is_kept() throws IOException {
        assertThat(Compatibility.breaches(Documents.released(), current))
                .as("docs/asyncapi.json does not keep what docs/released/asyncapi.json promised")
                .isEmpty();
        if ("release".equals(System.getProperty("contracts"))) {
            Documents.release();
        }
    }

    @Test
    void every_schema_keeps_what_it_promises_itself() {
        for (String message : current.at("/components/messages").propertyNames()) {
            JsonNode payload = MessageSchema.of(current, message).payload();
            for (Side side : Side.values()) {
                assertThat(Comparison.breaches(side, payload, payload)).as(message).isEmpty();
            }
        }
    }

    @Test
    void a_member_that_an_event_may_lack_now_is_found() {
        ((ArrayNode) changed.at("/components/schemas/case.goal.set.v1/required")).remove(0);
        hasBreach("case.goal.set.v1 value /entryId: may be missing now");
    }

    @Test
    void a_member_that_a_session_must_have_now_is_found_in_each_of_its_forms() {
        ((ArrayNode) changed.at("/components/schemas/Session/required")).add("minutes");
        assertThat(Compatibility.breaches(current, changed))
                .containsExactly(
                        "session value /minutes: is required now",
                        "sessionEvent value /minutes: is required now",
                        "structuredSessionEvent value /data/minutes: is required now");
    }

    @Test
    void a_kind_of_entry_that_is_not_read_any_more_is_found() {
        ((ArrayNode) changed.at("/components/schemas/Entry/oneOf")).remove(0);
        assertThat(Compatibility.breaches(current, changed))
                .anyMatch(breach -> breach.startsWith("session value /entries/*"));
    }

    @Test
    void a_topic_of_another_name_is_found() {
        ((ObjectNode) changed.at("/channels/events")).put("address", "refocus.events.v2");
        hasBreach("refocus.events.v1 is called refocus.events.v2 now");
    }

    @Test
    void an_event_that_is_not_there_any_more_is_found() {
        ((ObjectNode) changed.at("/channels/events/messages")).remove("case.goal.set.v1");
        hasBreach("case.goal.set.v1 is not on refocus.events.v1 any more");
    }

    @Test
    void a_header_that_may_be_missing_now_is_found_in_every_event() {
        ((ArrayNode) changed.at("/components/messageTraits/event/headers/required")).remove(0);
        assertThat(Compatibility.breaches(current, changed))
                .hasSize(AsyncApi.messagesOf(current, Topic.EVENTS.channel()).size())
                .contains("case.goal.set.v1 headers /ce_specversion: may be missing now");
    }

    @Test
    void a_header_that_a_sender_may_have_used_otherwise_is_found() {
        ObjectNode headers =
                (ObjectNode) changed.at("/components/messages/session/headers/properties");
        headers.putObject("written-by").put("type", "string");
        assertThat(Compatibility.breaches(current, changed)).isEmpty();
        headers.withObject("written-by").put("format", "uuid");
        hasBreach("session headers /written-by: format was not said, is \"uuid\"");
    }

    @Test
    void another_key_is_found() {
        ((ObjectNode) changed.at("/components/messages/sessionOutcome/bindings/kafka/key"))
                .put("type", "integer");
        hasBreach("sessionOutcome key : type was \"string\", is \"integer\"");
    }

    @Test
    void an_event_more_and_a_code_more_are_no_breach() {
        ObjectNode messages = (ObjectNode) changed.at("/components/messages");
        messages.set("case.goal.set.v2", messages.path("case.goal.set.v1"));
        ((ObjectNode) changed.at("/channels/events/messages")).putObject("case.goal.set.v2");
        ((ArrayNode) changed.at("/components/schemas/Problem/properties/code/x-extensible-enum"))
                .add("a.new-one");
        assertThat(Compatibility.breaches(current, changed)).isEmpty();
    }

    private void hasBreach(String breach) {
        assertThat(Compatibility.breaches(current, changed)).containsExactly(breach);
    }
}
