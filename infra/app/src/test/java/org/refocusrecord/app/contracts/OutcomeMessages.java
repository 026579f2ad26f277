package org.refocusrecord.app.contracts;

import org.jspecify.annotations.Nullable;
import org.refocusrecord.command.door.inbox.SessionOutcome;
import org.refocusrecord.command.door.inbox.SessionOutcome.Outcome;
import org.refocusrecord.eventlog.ReceiptJson;
import org.refocusrecord.web.json.JsonAnswers;
import org.refocusrecord.web.openapi.MessageSchemas;
import org.refocusrecord.web.problem.Fault;
import org.refocusrecord.web.problem.Problem;
import org.refocusrecord.web.problem.ProblemCode;
import org.refocusrecord.web.problem.ProblemJson;

import tools.jackson.databind.JsonNode;

import java.time.Instant;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;

/** What becomes of sessions: outcomes, and what could not be read. */
final class OutcomeMessages {

    private static final JsonNode SESSION = Examples.session();
    private static final String SESSION_ID = SESSION.path("sessionId").asString();

    private final Map<String, Object> schema;

    OutcomeMessages(MessageSchemas schemas) {
        this.schema =
                schemas.answer(
                        SessionOutcome.class,
                        Map.of("receipt", ReceiptJson.OfSession.class, "problem", Problem.class));
    }

    Map<String, Object> outcome() {
        Map<String, Object> headers =
                MessageParts.with(
                        MessageParts.with(MessageParts.correlation(), MessageParts.origin()),
                        Part.of(
                                "ce_correlationid",
                                Part.text("That of a structured event that was sent."),
                                "content-type",
                                Part.fixed(MessageParts.JSON)));
        return Part.of(
                "name",
                "sessionOutcome",
                "title",
                "What became of a session",
                "summary",
                "One or more a record: WAITING comes before the end, and the end may come twice."
                        + " Key and correlation are those of the record that was sent.",
                "contentType",
                MessageParts.JSON,
                "headers",
                MessageParts.headers(
                        headers,
                        "kafka_dlt-original-topic",
                        "kafka_dlt-original-partition",
                        "kafka_dlt-original-offset",
                        "kafka_dlt-original-timestamp",
                        "content-type"),
                "payload",
                schema,
                "correlationId",
                Part.ref("components/correlationIds/header"),
                "bindings",
                MessageParts.keyed(asSent()),
                "examples",
                List.of(
                        example("recorded", Outcome.RECORDED, receipt(), null),
                        example(
                                "refused",
                                Outcome.REFUSED,
                                null,
                                problem(ProblemCode.TIME_IN_FUTURE, "/occurredAt")),
                        example(
                                "waiting",
                                Outcome.WAITING,
                                null,
                                problem(ProblemCode.REFERENCE_UNKNOWN, "/entries/1/goalId"))));
    }

    /** The key of what could not be read is whatever was sent. */
    private static Map<String, Object> asSent() {
        return Part.of(
                "description",
                "The key of the record that was sent: of a session the caseId; none where it had"
                        + " none.",
                "type",
                List.of("string", "null"));
    }

    Map<String, Object> deadLetter() {
        Map<String, Object> headers =
                MessageParts.with(
                        MessageParts.origin(),
                        Part.of(
                                "refocus_cause",
                                Part.of(
                                        "description",
                                        "The code of the first fault.",
                                        "type",
                                        "string",
                                        MessageSchemas.GROWING,
                                        Arrays.stream(ProblemCode.values())
                                                .map(ProblemCode::code)
                                                .toList()),
                                "refocus_bytes-left-behind",
                                Part.text(
                                        "How many bytes the value had, where it was too large for"
                                                + " this topic and is not here.",
                                        "^[0-9]+$")));
        return Part.of(
                "name",
                "deadLetter",
                "title",
                "A record that could not be read",
                "summary",
                "Its key, its value and all its headers as they came, with where it came from and"
                        + " why.",
                "contentType",
                "application/octet-stream",
                "headers",
                MessageParts.headers(
                        headers,
                        "kafka_dlt-original-topic",
                        "kafka_dlt-original-partition",
                        "kafka_dlt-original-offset",
                        "kafka_dlt-original-timestamp",
                        "refocus_cause"),
                "payload",
                Part.of("description", "The bytes as they came, or none."),
                "correlationId",
                Part.ref("components/correlationIds/header"),
                "bindings",
                MessageParts.keyed(asSent()),
                "examples",
                List.of(
                        MessageParts.example(
                                "deadLetter",
                                MessageParts.with(
                                        MessageParts.exampleOfOrigin(),
                                        Part.of(
                                                "refocus_cause",
                                                ProblemCode.JSON_NOT_READABLE.code())),
                                "{")));
    }

    private static Map<String, Object> example(
            String name, Outcome outcome, @Nullable Object receipt, @Nullable Object problem) {
        SessionOutcome told = new SessionOutcome(SESSION_ID, outcome, receipt, problem);
        return MessageParts.example(
                name,
                MessageParts.with(
                        MessageParts.exampleOfOrigin(), Part.of("content-type", MessageParts.JSON)),
                JsonAnswers.mapper().valueToTree(told));
    }

    private static Object problem(ProblemCode code, String pointer) {
        return ProblemJson.tree(Problem.of(List.of(Fault.at(pointer, code))));
    }

    private static ReceiptJson.OfSession receipt() {
        List<ReceiptJson.Line> lines = new ArrayList<>();
        for (Examples.Frozen event : Examples.ofSession()) {
            int index = lines.size();
            lines.add(
                    new ReceiptJson.Line(
                            event.contract().path("eventId").asString(),
                            event.contract().at("/payload/entryId").asString(SESSION_ID),
                            event.contract().path("type").asString(),
                            event.contract().path("revision").intValue(),
                            15 + index,
                            4_710 + index,
                            event.contract().path("payloadSha256").asString()));
        }
        ReceiptJson.Line last = lines.getLast();
        return new ReceiptJson.OfSession(
                SESSION_ID,
                SESSION.path("caseId").asString(),
                last.sequence() + 1,
                Instant.parse("2012-03-15T08:15:30.000007Z"),
                last.position(),
                lines);
    }
}
