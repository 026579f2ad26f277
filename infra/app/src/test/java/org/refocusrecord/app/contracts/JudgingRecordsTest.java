package org.refocusrecord.app.contracts;

import static org.assertj.core.api.Assertions.assertThat;

import static java.nio.charset.StandardCharsets.UTF_8;

import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.assertj.core.api.InstanceOfAssertFactories;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator.ReplaceUnderscores;
import org.junit.jupiter.api.Test;

import tools.jackson.databind.node.ObjectNode;

import java.util.List;

/** A record that is not as the document says is found. */
@DisplayNameGeneration(ReplaceUnderscores.class)
class JudgingRecordsTest {

    private static final String MESSAGE = "case.goal.set.v1";
    private static final String KEY = "c0000000-0000-4000-8000-000000000001";
    private static final Promises PROMISES = Promises.today();

    private final Examples.Frozen frozen = Examples.of(MESSAGE);
    private final ObjectNode payload = (ObjectNode) frozen.sent();

    @Test
    void every_frozen_example_is_as_its_message_says() {
        for (Examples.Frozen example : Examples.all()) {
            assertThat(PROMISES.faultsOf(example.message(), example.sent()))
                    .as(example.name())
                    .isEmpty();
        }
    }

    @Test
    void a_record_that_is_as_it_should_be_has_no_fault() {
        assertThat(PROMISES.judge(event())).isEqualTo(new Promises.Verdict(MESSAGE, List.of()));
    }

    @Test
    void a_member_too_many_is_found() {
        payload.put("colour", "red");
        hasFault("value : property 'colour'");
    }

    @Test
    void a_member_too_many_within_is_found() {
        payload.withObject("/statement").put("colour", "red");
        hasFault("value /statement: property 'colour'");
    }

    @Test
    void a_member_too_few_is_found() {
        payload.remove("goalId");
        hasFault("value : required property 'goalId'");
    }

    @Test
    void a_member_of_a_wrong_type_is_found() {
        payload.put("goalId", 17);
        hasFault("value /goalId: integer found, string expected");
    }

    @Test
    void a_text_that_is_no_id_is_found() {
        payload.put("goalId", "17");
        hasFault("value /goalId: does not match the uuid pattern");
    }

    @Test
    void a_code_that_nobody_knows_is_found() {
        payload.put("orientation", "SIDEWAYS");
        hasFault("value /orientation: does not have a value in the enumeration");
    }

    @Test
    void a_replacement_that_is_not_as_the_event_that_it_replaces_is_found() {
        ObjectNode amendment = (ObjectNode) Examples.of("case.entry.amended.v1").sent();
        amendment.withObject("/replacement").remove("goalId");
        assertThat(PROMISES.faultsOf("case.entry.amended.v1", amendment))
                .containsExactly("value : required property 'goalId' not found");
    }

    @Test
    void a_value_that_is_no_json_is_found() {
        assertThat(PROMISES.judge(event(KEY, "{")).faults()).contains("value: no JSON");
    }

    @Test
    void a_header_too_few_is_found() {
        ConsumerRecord<byte[], byte[]> event = event();
        event.headers().remove("ce_commandid");
        assertThat(PROMISES.judge(event).faults())
                .containsExactly("headers : required property 'ce_commandid' not found");
    }

    @Test
    void a_header_that_is_not_as_it_should_be_is_found() {
        ConsumerRecord<byte[], byte[]> event = event();
        event.headers().add("ce_position", "first".getBytes(UTF_8));
        assertThat(PROMISES.judge(event).faults())
                .containsExactly("headers /ce_position: does not match the regex pattern ^[0-9]+$");
    }

    @Test
    void a_number_in_a_header_that_has_another_length_is_found() {
        ConsumerRecord<byte[], byte[]> outcome =
                new ConsumerRecord<>(Topic.OUTCOMES.address(), 0, 0, null, "{}".getBytes(UTF_8));
        outcome.headers().add("kafka_dlt-original-offset", "17".getBytes(UTF_8));
        assertThat(PROMISES.judge(outcome).faults())
                .contains("headers /kafka_dlt-original-offset: string found, integer expected");
    }

    @Test
    void a_key_that_is_not_there_is_found() {
        assertThat(PROMISES.judge(event(null, payload.toString())).faults())
                .containsExactly("key : null found, string expected");
    }

    private void hasFault(String fault) {
        assertThat(PROMISES.judge(event()).faults())
                .singleElement(InstanceOfAssertFactories.STRING)
                .startsWith(fault);
    }

    private ConsumerRecord<byte[], byte[]> event() {
        return event(KEY, payload.toString());
    }

    private ConsumerRecord<byte[], byte[]> event(@Nullable String key, String value) {
        ConsumerRecord<byte[], byte[]> event =
                new ConsumerRecord<>(
                        Topic.EVENTS.address(),
                        0,
                        0,
                        key == null ? null : key.getBytes(UTF_8),
                        value.getBytes(UTF_8));
        EventMessages.exampleHeaders("org.refocusrecord.goal.set.v1", frozen.contract())
                .forEach(
                        (name, text) -> event.headers().add(name, text.toString().getBytes(UTF_8)));
        return event;
    }
}
