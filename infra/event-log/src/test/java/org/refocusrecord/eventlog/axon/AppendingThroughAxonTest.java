package org.refocusrecord.eventlog.axon;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.tuple;

import org.axonframework.eventhandling.DomainEventMessage;
import org.axonframework.eventhandling.GenericDomainEventMessage;
import org.axonframework.eventhandling.TrackedEventMessage;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AutoClose;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.refocusrecord.eventlog.Appending;
import org.refocusrecord.eventlog.Appending.Pending;
import org.refocusrecord.eventlog.CaseInTheLog;
import org.refocusrecord.eventlog.EventLog;
import org.refocusrecord.eventlog.Forgetting;
import org.refocusrecord.eventlog.OpenLog;
import org.refocusrecord.eventlog.RecordedEvent;
import org.refocusrecord.eventlog.Repeat;
import org.refocusrecord.events.Party;
import org.refocusrecord.events.Person;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

class AppendingThroughAxonTest {

    @TempDir private Path keys;

    private final CaseInTheLog theCase = new CaseInTheLog();
    @AutoClose private OpenLog openLog;
    private EventLog log;
    private LogEventStorageEngine engine;

    @BeforeEach
    void open() {
        openLog = new OpenLog(keys);
        log = openLog.log();
        engine = new LogEventStorageEngine(log);
        log.append(theCase.opening("sent"));
    }

    private static List<DomainEventMessage<?>> messages(Appending appending) {
        List<DomainEventMessage<?>> messages = new ArrayList<>();
        for (Pending pending : appending.events()) {
            messages.add(
                    message(
                            appending,
                            pending,
                            appending.nextSequence() + messages.size(),
                            appending.recordedBy(),
                            messages.isEmpty() ? appending.content() : null));
        }
        return messages;
    }

    private static DomainEventMessage<?> message(
            Appending appending,
            Pending pending,
            long sequence,
            Person recordedBy,
            @Nullable String content) {
        Columns columns =
                new Columns(
                        pending.occurredAt(),
                        appending.commandId(),
                        appending.postedBy(),
                        recordedBy,
                        content,
                        content == null ? new Forgetting.Nothing() : appending.forgetting());
        return new GenericDomainEventMessage<>(
                "case",
                appending.stream(),
                sequence,
                pending.event(),
                columns.toMetaData(),
                pending.eventId().toString(),
                CaseInTheLog.AT);
    }

    @Test
    void the_messages_of_one_command_become_one_append_and_are_read_back() {
        Appending voicing = theCase.voicing(1, "sent", "To see the sea.");

        engine.appendEvents(messages(voicing));

        List<RecordedEvent> recorded = log.command(voicing.commandId());
        assertThat(recorded)
                .extracting(RecordedEvent::eventId)
                .containsExactlyElementsOf(
                        voicing.events().stream().map(Pending::eventId).toList());
        assertThat(engine.readEvents(theCase.stream(), 1).asStream())
                .extracting(DomainEventMessage::getPayload, DomainEventMessage::getTimestamp)
                .containsExactlyElementsOf(
                        recorded.stream()
                                .map(event -> tuple(event.event(), event.recordedAt()))
                                .toList());
        assertThat(engine.readEvents(null, false))
                .extracting(TrackedEventMessage::trackingToken)
                .extracting(token -> token == null ? -1 : token.position().orElse(-1))
                .containsExactly(1L, 2L, 3L);
    }

    @Test
    void an_erasure_takes_its_words_along() {
        Appending voicing = theCase.voicing(1, "sent", "To see the sea.");
        log.append(voicing);

        engine.appendEvents(messages(theCase.erasing(3, "sent", new Forgetting.OfTheWholeCase())));

        assertThat(log.repeat(voicing.commandId(), "sent")).isInstanceOf(Repeat.CannotTell.class);
    }

    @Test
    void what_is_of_two_recorders_is_not_taken_for_one_command() {
        Appending voicing = theCase.voicing(1, "sent", "To see the sea.");
        Person another = new Person(Party.OTHER, "another");
        List<DomainEventMessage<?>> mixed =
                List.of(
                        messages(voicing).getFirst(),
                        message(voicing, voicing.events().getLast(), 2, another, null));

        assertThatIllegalArgumentException().isThrownBy(() -> engine.appendEvents(mixed));
        assertThat(log.stream(theCase.stream())).hasSize(1);
    }

    @Test
    void messages_whose_numbers_do_not_follow_one_another_are_no_command() {
        List<DomainEventMessage<?>> messages = messages(theCase.voicing(1, "sent", "The sea."));
        List<DomainEventMessage<?>> twice = List.of(messages.getFirst(), messages.getFirst());

        assertThatIllegalArgumentException().isThrownBy(() -> engine.appendEvents(twice));
        assertThat(log.stream(theCase.stream())).hasSize(1);
    }

    @Test
    void a_token_at_a_moment_lets_the_events_of_that_moment_come() {
        log.append(theCase.death(1, "sent"));
        RecordedEvent last = log.stream(theCase.stream()).getLast();

        assertThat(engine.readEvents(engine.createTokenAt(last.recordedAt()), false)).hasSize(1);
        assertThat(engine.readEvents(engine.createTokenAt(last.recordedAt().plusNanos(1)), false))
                .isEmpty();
    }
}
