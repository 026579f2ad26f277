package org.refocusrecord.query.outbox;

import static org.assertj.core.api.Assertions.assertThat;

import static java.nio.charset.StandardCharsets.UTF_8;

import org.junit.jupiter.api.AutoClose;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator.ReplaceUnderscores;
import org.junit.jupiter.api.Test;
import org.refocusrecord.eventlog.json.CanonicalJson;
import org.refocusrecord.eventlog.json.PayloadBytes;
import org.refocusrecord.eventlog.store.EventRow;

import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.UUID;
import java.util.stream.Stream;

/**
 * What is sent is a contract: of every frozen example of an event, the record that it leaves as,
 * byte for byte. Where texts stayed as before, the event that holds them is an example too.
 */
@DisplayNameGeneration(ReplaceUnderscores.class)
class FreezingSentEventsTest {

    private static final String CONTRACTS = "events/src/test/resources/contracts";
    private static final String FROZEN = "/outbox/sent-events.txt";
    private static final Instant RECORDED = Instant.parse("2012-03-16T08:15:30.000007Z");
    private static final Instant OCCURRED = Instant.parse("2012-03-14T10:00:00Z");

    @AutoClose private static final LogToSend LOG = new LogToSend();

    private static Path folder() {
        for (Path at = Path.of("").toAbsolutePath(); at != null; at = at.getParent()) {
            if (Files.isDirectory(at.resolve(CONTRACTS))) {
                return at.resolve(CONTRACTS);
            }
        }
        throw new AssertionError(CONTRACTS + " is nowhere above");
    }

    private static List<Path> examples() throws IOException {
        try (Stream<Path> files = Files.walk(folder(), 2)) {
            return files.filter(file -> file.toString().endsWith(".json")).sorted().toList();
        }
    }

    private static EventRow row(Path example) throws IOException {
        JsonNode contract = JsonMapper.shared().readTree(Files.readString(example));
        return new EventRow(
                4_711,
                contract.path("stream").stringValue(),
                17,
                UUID.fromString(contract.path("eventId").stringValue()),
                contract.path("type").stringValue(),
                contract.path("revision").intValue(),
                OCCURRED,
                RECORDED,
                "account",
                "STAFF/b0000000-0000-4000-8000-000000000001",
                UUID.fromString("50000000-0000-4000-8000-000000000001"),
                PayloadBytes.all(CanonicalJson.of(contract.path("payload").toString())));
    }

    private static String told(OutgoingEvent event) {
        StringBuilder told = new StringBuilder(new String(event.key(), UTF_8));
        for (int index = 0; index < event.headers().length; index++) {
            String name = OutgoingEvents.HEADERS.get(index);
            String value = new String(event.headers()[index], UTF_8);
            told.append(' ').append(name).append('=');
            told.append(name.equals("ce_source") ? value.replaceAll("[^/]+$", "LOG") : value);
        }
        return told.append(' ').append(new String(event.value(), UTF_8)).toString();
    }

    private static List<String> sent() throws IOException {
        OutgoingEvents outgoing = new OutgoingEvents(LOG.reads, WordsPolicy.NONE);
        List<String> sent = new ArrayList<>();
        for (Path example : examples()) {
            EventRow row = row(example);
            for (OutgoingEvent event : outgoing.of(List.of(row)).events()) {
                sent.add(told(event));
            }
        }
        return sent;
    }

    private static List<String> frozen() throws IOException {
        try (InputStream in = FreezingSentEventsTest.class.getResourceAsStream(FROZEN)) {
            return new String(Objects.requireNonNull(in).readAllBytes(), UTF_8).lines().toList();
        }
    }

    @Test
    void every_example_leaves_as_it_always_did() throws IOException {
        // The example of an amendment names a text of this event.
        LOG.stored(
                LOG.opened(),
                UUID.fromString("0135f0a1-b2c3-7d4e-8f50-000000000001"),
                "goal.acceptance-given",
                """
                {"reason":{"c":"AAAA","d":"00","n":0,"sharing":"PERSON_ONLY",\
                "statedBy":{"id":"d0000000-0000-4000-8000-000000000001","party":"SERVICE_USER"},\
                "wording":"WRITTEN_BY_THEM"}}\
                """);

        assertThat(sent()).isEqualTo(frozen());
    }

    @Test
    void nothing_of_a_text_leaves_but_who_said_it_and_how() throws IOException {
        assertThat(frozen())
                .hasSizeGreaterThan(60)
                .noneMatch(line -> line.contains("\"c\":"))
                .noneMatch(line -> line.contains("\"d\":"))
                .noneMatch(line -> line.contains("\"salt\":"))
                .noneMatch(line -> line.contains("{\"from\":{"));
    }
}
