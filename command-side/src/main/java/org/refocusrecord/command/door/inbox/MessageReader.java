package org.refocusrecord.command.door.inbox;

import org.refocusrecord.web.json.JsonBody;
import org.refocusrecord.web.json.StrictJson;
import org.refocusrecord.web.problem.Fault;
import org.refocusrecord.web.problem.ProblemCode;
import org.refocusrecord.web.problem.ProblemException;
import org.refocusrecord.web.reading.BodyReader;

import tools.jackson.databind.JsonNode;

import java.util.Base64;
import java.util.List;
import java.util.Optional;

/**
 * Reads a record: a session in plain JSON, or a CloudEvent that holds one, binary (its attributes
 * in headers) or structured (all of it in the value). Read here and not by a library for
 * CloudEvents, since a session is read to the letter: of a key that stands twice and of a number
 * that was rounded nothing is left once a library has read the JSON.
 */
final class MessageReader {

    private static final String DATA_CONTENT_TYPE = "datacontenttype";
    private static final String DATA = "data";
    private static final String DATA_BASE64 = "data_base64";
    private static final String IN_HEADERS = "ce_";
    private static final String CORRELATION = "correlationid";

    /** A session, which is a third longer in base64, and what is wrapped round it. */
    private static final int LONGEST = BodyReader.LARGEST / 3 * 4 + (64 << 10);

    private MessageReader() {}

    static Message read(SentRecord sent) {
        try {
            byte[] value = sent.value();
            if (value == null) {
                throw unreadable("The record has no value.");
            }
            if (value.length > LONGEST) {
                throw new ProblemException(ProblemCode.BODY_TOO_LARGE);
            }
            Optional<String> type = sent.header(EventForm.CONTENT_TYPE);
            return EventForm.isWrapped(type)
                    ? structured(sent, StrictJson.parseAround(value))
                    : plainOrBinary(sent, value, type);
        } catch (ProblemException unreadable) {
            return new Message.Unreadable(sent, unreadable.problem());
        }
    }

    private static Message plainOrBinary(SentRecord sent, byte[] value, Optional<String> type) {
        EventForm.requireJson(type, EventForm.CONTENT_TYPE);
        Optional<String> version = sent.header(IN_HEADERS + EventForm.SPECVERSION);
        if (version.isPresent()) {
            EventForm.requireVersion(version, IN_HEADERS);
            EventForm.requireType(sent.header(IN_HEADERS + EventForm.TYPE), IN_HEADERS);
            return plain(sent, value);
        }
        return plainOrWrapped(sent, value);
    }

    private static Message.Session plain(SentRecord sent, byte[] value) {
        requireShort(value);
        return new Message.Session(sent, StrictJson.parse(value), "", null);
    }

    private static Message plainOrWrapped(SentRecord sent, byte[] value) {
        try {
            Message.Session plain = plain(sent, value);
            if (!isEvent(plain.body())) {
                return plain;
            }
        } catch (ProblemException noSession) {
            if (!isEvent(StrictJson.parseAround(value))) {
                throw noSession;
            }
        }
        // It may be larger and deeper than a session that stands alone.
        return structured(sent, StrictJson.parseAround(value));
    }

    /**
     * No session has a member of that name, so whoever says what it is in the value alone is
     * understood too.
     */
    private static boolean isEvent(JsonBody body) {
        return body.tree().has(EventForm.SPECVERSION);
    }

    private static Message structured(SentRecord sent, JsonBody event) {
        JsonNode tree = event.tree();
        EventForm.requireVersion(text(tree, EventForm.SPECVERSION), "");
        EventForm.requireType(text(tree, EventForm.TYPE), "");
        EventForm.requireJson(text(tree, DATA_CONTENT_TYPE), DATA_CONTENT_TYPE);
        String correlation = text(tree, CORRELATION).orElse(null);
        if (tree.has(DATA_BASE64)) {
            if (tree.has(DATA)) {
                throw EventForm.fault(
                        DATA_BASE64, ProblemCode.VALUE_NOT_ALLOWED, "Not beside data.");
            }
            byte[] data = decoded(tree.get(DATA_BASE64));
            requireShort(data);
            return new Message.Session(sent, parsed(data), "/" + DATA_BASE64, correlation);
        }
        if (!tree.has(DATA)) {
            throw EventForm.fault(
                    DATA,
                    ProblemCode.FIELD_MISSING,
                    "An event holds its session in data or in data_base64.");
        }
        return new Message.Session(
                sent,
                new JsonBody(tree.get(DATA), ofData(event.faults())),
                "/" + DATA,
                correlation);
    }

    private static JsonBody parsed(byte[] data) {
        try {
            return StrictJson.parse(data);
        } catch (ProblemException unreadable) {
            throw new ProblemException(unreadable.problem().within("/" + DATA_BASE64));
        }
    }

    private static byte[] decoded(JsonNode data) {
        try {
            return Base64.getDecoder().decode(data.asString(""));
        } catch (IllegalArgumentException notInForm) {
            throw EventForm.fault(
                    DATA_BASE64, ProblemCode.FIELD_WRONG_TYPE, "This is not in base64.");
        }
    }

    /** Keys that stand twice round the session are as bad; they are told with those within. */
    private static List<Fault> ofData(List<Fault> faults) {
        String data = "/" + DATA;
        if (faults.stream().anyMatch(fault -> !fault.pointer().startsWith(data + "/"))) {
            throw unreadable("A key stands twice in the event round the session.");
        }
        return faults.stream()
                .map(fault ->
                        new Fault(
                                fault.pointer().substring(data.length()),
                                fault.code(),
                                fault.message()))
                .toList();
    }

    private static Optional<String> text(JsonNode tree, String member) {
        JsonNode value = tree.path(member);
        return value.isString() ? Optional.of(value.asString()) : Optional.empty();
    }

    private static void requireShort(byte[] session) {
        if (session.length > BodyReader.LARGEST) {
            throw new ProblemException(ProblemCode.BODY_TOO_LARGE);
        }
    }

    private static ProblemException unreadable(String message) {
        return new ProblemException(new Fault("", ProblemCode.JSON_NOT_READABLE, message));
    }
}
