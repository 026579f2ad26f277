package org.refocusrecord.eventlog.contracts;

import static org.assertj.core.api.Assertions.assertThat;

import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.EnabledIfSystemProperty;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.FieldSource;
import org.refocusrecord.eventlog.json.PayloadReader;
import org.refocusrecord.eventlog.json.PayloadWriter;
import org.refocusrecord.eventlog.keys.DataKey;
import org.refocusrecord.eventlog.keys.Dealt;
import org.refocusrecord.events.Event;
import org.refocusrecord.events.shape.EventShape;
import org.refocusrecord.events.shape.Vocabulary;

import java.io.IOException;
import java.util.Comparator;
import java.util.HexFormat;
import java.util.List;
import java.util.Objects;
import java.util.stream.Stream;

class ReadingContractsTest {

    static final List<Contract> CONTRACTS = Contract.all();
    static final List<Event> EXAMPLES = ExampleEvents.ALL;

    @Test
    @EnabledIfSystemProperty(named = "contracts", matches = "write")
    void missing_examples_are_written_when_asked_for() throws IOException {
        for (Event event : ExampleEvents.ALL) {
            Contract newest = newest(event);
            if (newest == null || !read(newest).equals(event)) {
                NewContract.write(event, newest == null ? 1 : newest.example() + 1);
            }
        }
    }

    @ParameterizedTest
    @FieldSource("EXAMPLES")
    void every_event_has_an_example_of_its_revision(Event event) {
        assertThat(newest(event)).isNotNull();
    }

    @Test
    void every_event_of_the_vocabulary_is_among_the_examples() {
        assertThat(ExampleEvents.ALL.stream().map(event -> EventShape.of(event).type().getName()))
                .containsExactlyInAnyOrderElementsOf(
                        Stream.of(
                                        Vocabulary.CASE,
                                        Vocabulary.TEAM,
                                        Vocabulary.STUDY,
                                        Vocabulary.LOG)
                                .flatMap(vocabulary -> vocabulary.events().stream())
                                .map(shape -> shape.type().getName())
                                .toList());
    }

    @ParameterizedTest
    @FieldSource("CONTRACTS")
    void no_example_is_without_an_event(Contract contract) {
        assertThat(contract.content().get("type").stringValue()).isEqualTo(contract.type());
        assertThat(contract.content().get("revision").intValue()).isEqualTo(contract.revision());
        assertThat(contract.stream()).startsWith(contract.kind() + "/");
        assertThat(contract.revision()).isLessThanOrEqualTo(shape(contract).name().revision());
    }

    @ParameterizedTest
    @FieldSource("CONTRACTS")
    void its_payload_is_what_it_was(Contract contract) {
        assertThat(HexFormat.of().formatHex(NewContract.sha256(contract.payload())))
                .isEqualTo(contract.content().get("payloadSha256").stringValue());
    }

    @ParameterizedTest
    @FieldSource("EXAMPLES")
    void the_newest_example_is_read_as_the_event_that_it_was_made_of(Event event) {
        assertThat(read(Objects.requireNonNull(newest(event)))).isEqualTo(event);
    }

    @ParameterizedTest
    @FieldSource("CONTRACTS")
    void written_again_an_example_of_the_present_revision_has_the_same_bytes(Contract contract) {
        if (contract.revision() < shape(contract).name().revision()) {
            return;
        }
        Dealt drawn = new Dealt(contract.drawn());
        byte[] written = new PayloadWriter(drawn).write(read(contract), contract.eventId()).bytes();
        assertThat(Contract.text(written)).isEqualTo(Contract.text(contract.payload()));
        assertThat(drawn.isDrawn()).isTrue();
    }

    private static EventShape shape(Contract contract) {
        return Objects.requireNonNull(
                Vocabulary.ofStream(contract.stream()).named(contract.type()), contract::toString);
    }

    private static Event read(Contract contract) {
        Event read =
                new PayloadReader()
                        .read(
                                contract.stream(),
                                contract.type(),
                                contract.revision(),
                                contract.eventId(),
                                contract.payload());
        String key = contract.dataKey();
        return key == null ? read : OpenedAgain.of(read, DataKey.draw(Dealt.of(key)));
    }

    private static @Nullable Contract newest(Event event) {
        EventShape shape = EventShape.of(event);
        return CONTRACTS.stream()
                .filter(contract ->
                        contract.kind().equals(ExampleEvents.vocabulary(event).stream()))
                .filter(contract -> contract.type().equals(shape.name().name()))
                .filter(contract -> contract.revision() == shape.name().revision())
                .max(Comparator.comparingInt(Contract::example))
                .orElse(null);
    }
}
