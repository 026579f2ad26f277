package org.refocusrecord.app.contracts;

import org.refocusrecord.web.openapi.MessageSchemas;

import tools.jackson.databind.node.ObjectNode;

import java.util.List;
import java.util.Map;

/** A session, in each of the three forms in which it may be sent. */
final class SessionMessages {

    static final String TYPE = "org.refocusrecord.session.v1";

    private static final String STRUCTURED = "application/cloudevents+json";
    private static final String SCHEMA = "StructuredSessionEvent";
    private static final String CORRELATION = "b0c6a3c4-4a3e-4a4e-9d7d-6f1d0c6f6a11";

    private final Map<String, Object> session;
    private final ObjectNode example = Examples.session();

    SessionMessages(MessageSchemas schemas) {
        this.session = schemas.session();
        schemas.components().put(SCHEMA, structuredSchema());
    }

    Map<String, Object> all() {
        return Part.of(
                "session",
                plain(),
                "sessionEvent",
                binary(),
                "structuredSessionEvent",
                structured());
    }

    private Map<String, Object> plain() {
        return Part.of(
                "name",
                "session",
                "title",
                "A session in plain JSON",
                "summary",
                "The body that would be posted to /api/v1/sessions.",
                "contentType",
                MessageParts.JSON,
                "headers",
                MessageParts.headers(
                        MessageParts.with(
                                MessageParts.correlation(), Part.of("content-type", json()))),
                "payload",
                session,
                "correlationId",
                Part.ref("components/correlationIds/header"),
                "bindings",
                MessageParts.keyed(MessageParts.caseKey()),
                "examples",
                List.of(
                        MessageParts.example(
                                "session", Part.of("correlation-id", CORRELATION), example)));
    }

    private Map<String, Object> binary() {
        Map<String, Object> headers =
                Part.of(
                        "ce_specversion",
                        Part.fixed("1.0"),
                        "ce_type",
                        Part.fixed(TYPE),
                        "ce_id",
                        id(),
                        "ce_source",
                        source(),
                        "ce_correlationid",
                        Part.text("An id of the sender's; it comes back with the outcome."),
                        "content-type",
                        json());
        return Part.of(
                "name",
                TYPE,
                "title",
                "A session as a CloudEvent in binary mode",
                "summary",
                "The session is the value, the attributes of the event are headers.",
                "contentType",
                MessageParts.JSON,
                "headers",
                MessageParts.headers(
                        MessageParts.with(headers, MessageParts.correlation()),
                        "ce_specversion",
                        "ce_type",
                        "ce_id",
                        "ce_source"),
                "payload",
                session,
                "correlationId",
                Part.ref("components/correlationIds/eventHeader"),
                "bindings",
                MessageParts.keyed(MessageParts.caseKey()),
                "examples",
                List.of(
                        MessageParts.example(
                                "sessionEvent",
                                Part.of(
                                        "ce_specversion",
                                        "1.0",
                                        "ce_type",
                                        TYPE,
                                        "ce_id",
                                        "17",
                                        "ce_source",
                                        "/clinical-system",
                                        "ce_correlationid",
                                        CORRELATION,
                                        "content-type",
                                        MessageParts.JSON),
                                example)));
    }

    private Map<String, Object> structured() {
        Map<String, Object> headers =
                Part.of(
                        "content-type",
                        Part.text("Of the whole value.", "^application/cloudevents\\+json"));
        return Part.of(
                "name",
                TYPE,
                "title",
                "A session as a CloudEvent in structured mode",
                "summary",
                "The value is the event, and the session is its data.",
                "contentType",
                STRUCTURED,
                "headers",
                MessageParts.headers(MessageParts.with(headers, MessageParts.correlation())),
                "payload",
                Part.ref("components/schemas/" + SCHEMA),
                "correlationId",
                Part.ref("components/correlationIds/eventMember"),
                "bindings",
                MessageParts.keyed(MessageParts.caseKey()),
                "examples",
                List.of(
                        MessageParts.example(
                                "structuredSessionEvent",
                                Part.of("content-type", STRUCTURED),
                                Part.of(
                                        "specversion",
                                        "1.0",
                                        "type",
                                        TYPE,
                                        "id",
                                        "17",
                                        "source",
                                        "/clinical-system",
                                        "correlationid",
                                        CORRELATION,
                                        "datacontenttype",
                                        MessageParts.JSON,
                                        "data",
                                        example))));
    }

    /** Other attributes may stand in it; they are passed by. */
    private Map<String, Object> structuredSchema() {
        return Part.of(
                "description",
                "A CloudEvent that holds a session, in data or, as base64 of its bytes, in"
                        + " data_base64.",
                "type",
                "object",
                "properties",
                Part.of(
                        "specversion",
                        Part.fixed("1.0"),
                        "type",
                        Part.fixed(TYPE),
                        "id",
                        id(),
                        "source",
                        source(),
                        "correlationid",
                        Part.text(
                                "An id of the sender's; it comes back with the outcome as the"
                                        + " header ce_correlationid."),
                        "datacontenttype",
                        json(),
                        "data",
                        session,
                        "data_base64",
                        Part.text("The session's bytes.")),
                "required",
                List.of("specversion", "type", "id", "source"),
                "oneOf",
                List.of(
                        Part.of("required", List.of("data")),
                        Part.of("required", List.of("data_base64"))));
    }

    private static Map<String, Object> json() {
        return Part.text("JSON where nothing is said.", "^application/json");
    }

    private static Map<String, Object> id() {
        return Part.of(
                "description",
                "The sender's id of the event; a repeat is known by the sessionId.",
                "type",
                "string",
                "minLength",
                1);
    }

    private static Map<String, Object> source() {
        return Part.of(
                "description",
                "Which system sent it.",
                "type",
                "string",
                "format",
                "uri-reference",
                "minLength",
                1);
    }
}
