package org.refocusrecord.command.door.inbox;

import org.refocusrecord.web.json.JsonBody;
import org.refocusrecord.web.json.StrictJson;
import org.refocusrecord.web.problem.Fault;
import org.refocusrecord.web.problem.ProblemCode;
import org.refocusrecord.web.problem.ProblemException;
import org.refocusrecord.web.reading.BodyReader;
import org.springframework.http.MediaType;

import tools.jackson.databind.JsonNode;

import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/**
 * Reads a record: a session in plain JSON, or a CloudEvent that holds one, binary (its attributes
 * in headers) or structured (all of it in the value). Read here and not by a library for
 * CloudEvents, since a session is read to the letter: of a key that stands twice and of a number
 * that was rounded nothing is left once a library has read the JSON.
 */
final class MessageReader {

    /** The type of a CloudEvent that holds a session. */
    static final String TYPE = "org.refocusrecord.session.v1";

    private static final String SPECVERSION = "specversion";
    private static final String VERSION = "1.0";
    private static final String DATA = "data";
    private static final String DATA_BASE64 = "data_base64";
    private static final String IN_HEADERS = "ce_";
    private static final String CONTENT_TYPE = "content-type";
    private static final String STRUCTURED = "application/cloudevents";
    private static final String CORRELATION = "correlationid";

    /** A session, and what is wrapped round it. */
    private static final int LONGEST = BodyReader.LARGEST + (64 << 10);

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
            return sent.header(IN_HEADERS + SPECVERSION).isPresent()
                    ? binary(sent, value)
                    : plainOrStructured(sent, value);
        } catch (ProblemException unreadable) {
            return new Message.Unreadable(sent, unreadable.problem());
        }
    }

    private static Message binary(SentRecord sent, byte[] value) {
        requireVersion(sent.header(IN_HEADERS + SPECVERSION));
        requireType(sent.header(IN_HEADERS + "type"));
        requireJson(sent.header(CONTENT_TYPE));
        return plain(sent, value);
    }

    private static Message.Session plain(SentRecord sent, byte[] value) {
        requireShort(value);
        return new Message.Session(sent, StrictJson.parse(value), "", null);
    }

    private static Message plainOrStructured(SentRecord sent, byte[] value) {
        Optional<String> type = sent.header(CONTENT_TYPE).map(MessageReader::mediaType);
        if (type.filter(said -> said.startsWith(STRUCTURED)).isPresent()) {
            if (!type.get().equals(STRUCTURED + "+json")) {
                throw new ProblemException(ProblemCode.BODY_NOT_JSON);
            }
            return structured(sent, StrictJson.parseAround(value));
        }
        requireJson(type);
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
        return body.tree().has(SPECVERSION);
    }

    private static Message structured(SentRecord sent, JsonBody event) {
        JsonNode tree = event.tree();
        requireVersion(text(tree, SPECVERSION));
        requireType(text(tree, "type"));
        requireJson(text(tree, "datacontenttype"));
        String correlation = text(tree, CORRELATION).orElse(null);
        if (tree.has(DATA) == tree.has(DATA_BASE64)) {
            throw at("/" + DATA, ProblemCode.FIELD_MISSING);
        }
        if (tree.has(DATA_BASE64)) {
            byte[] data = decoded(tree.get(DATA_BASE64));
            requireShort(data);
            return new Message.Session(
                    sent, StrictJson.parse(data), "/" + DATA_BASE64, correlation);
        }
        return new Message.Session(
                sent,
                new JsonBody(tree.get(DATA), ofData(event.faults())),
                "/" + DATA,
                correlation);
    }

    private static byte[] decoded(JsonNode data) {
        try {
            return Base64.getDecoder().decode(data.asString(""));
        } catch (IllegalArgumentException notInForm) {
            throw at("/" + DATA_BASE64, ProblemCode.FIELD_WRONG_TYPE);
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

    private static void requireVersion(Optional<String> version) {
        if (version.filter(VERSION::equals).isEmpty()) {
            throw at("/" + SPECVERSION, ProblemCode.VALUE_NOT_ALLOWED);
        }
    }

    private static void requireType(Optional<String> type) {
        if (type.filter(TYPE::equals).isEmpty()) {
            throw at("/type", ProblemCode.VALUE_NOT_ALLOWED);
        }
    }

    /** JSON where nothing else is said. */
    private static void requireJson(Optional<String> mediaType) {
        boolean other =
                mediaType
                        .map(MessageReader::mediaType)
                        .filter(said -> !said.equals("application/json"))
                        .isPresent();
        if (other) {
            throw new ProblemException(ProblemCode.BODY_NOT_JSON);
        }
    }

    /** Without its parameters, of which one may say that it is in UTF-8. */
    private static String mediaType(String said) {
        try {
            MediaType type = MediaType.parseMediaType(said);
            Charset charset = type.getCharset();
            if (charset == null || charset.equals(StandardCharsets.UTF_8)) {
                return (type.getType() + "/" + type.getSubtype()).toLowerCase(Locale.ROOT);
            }
        } catch (IllegalArgumentException unreadable) {
            throw new ProblemException(ProblemCode.BODY_NOT_JSON);
        }
        throw new ProblemException(ProblemCode.BODY_NOT_JSON);
    }

    private static ProblemException at(String pointer, ProblemCode code) {
        return new ProblemException(Fault.at(pointer, code));
    }

    private static ProblemException unreadable(String message) {
        return new ProblemException(new Fault("", ProblemCode.JSON_NOT_READABLE, message));
    }
}
