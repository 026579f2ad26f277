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
    private static final String TYPE_OF_EVENT = "type";
    private static final String DATA_CONTENT_TYPE = "datacontenttype";
    private static final String VERSION = "1.0";
    private static final String DATA = "data";
    private static final String DATA_BASE64 = "data_base64";
    private static final String IN_HEADERS = "ce_";
    private static final String CONTENT_TYPE = "content-type";
    private static final String JSON = "application/json";
    private static final String STRUCTURED = "application/cloudevents";
    private static final String OF_ANOTHER_CHARSET = "";
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
            Optional<String> type = sent.header(CONTENT_TYPE);
            return isWrapped(type)
                    ? structured(sent, StrictJson.parseAround(value))
                    : plainOrBinary(sent, value, type);
        } catch (ProblemException unreadable) {
            return new Message.Unreadable(sent, unreadable.problem());
        }
    }

    /** Whether the media type says so, which decides whatever else is said in headers. */
    private static boolean isWrapped(Optional<String> type) {
        String said = type.map(text -> mediaType(text, CONTENT_TYPE)).orElse("");
        if (said.startsWith(STRUCTURED) && !said.equals(STRUCTURED + "+json")) {
            throw notJson(CONTENT_TYPE);
        }
        return said.startsWith(STRUCTURED);
    }

    private static Message plainOrBinary(SentRecord sent, byte[] value, Optional<String> type) {
        requireJson(type, CONTENT_TYPE);
        Optional<String> version = sent.header(IN_HEADERS + SPECVERSION);
        if (version.isPresent()) {
            requireVersion(version, IN_HEADERS);
            requireType(sent.header(IN_HEADERS + TYPE_OF_EVENT), IN_HEADERS);
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
        return body.tree().has(SPECVERSION);
    }

    private static Message structured(SentRecord sent, JsonBody event) {
        JsonNode tree = event.tree();
        requireVersion(text(tree, SPECVERSION), "");
        requireType(text(tree, TYPE_OF_EVENT), "");
        requireJson(text(tree, DATA_CONTENT_TYPE), DATA_CONTENT_TYPE);
        String correlation = text(tree, CORRELATION).orElse(null);
        if (tree.has(DATA_BASE64)) {
            if (tree.has(DATA)) {
                throw at(DATA_BASE64, ProblemCode.VALUE_NOT_ALLOWED, "Not beside data.");
            }
            byte[] data = decoded(tree.get(DATA_BASE64));
            requireShort(data);
            return new Message.Session(sent, parsed(data), "/" + DATA_BASE64, correlation);
        }
        if (!tree.has(DATA)) {
            throw at(
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
            throw at(DATA_BASE64, ProblemCode.FIELD_WRONG_TYPE, "This is not in base64.");
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

    private static void requireVersion(Optional<String> version, String before) {
        if (version.filter(VERSION::equals).isEmpty()) {
            throw at(
                    before + SPECVERSION,
                    ProblemCode.VALUE_NOT_ALLOWED,
                    "Events are taken in version " + VERSION + " of CloudEvents.");
        }
    }

    private static void requireType(Optional<String> type, String before) {
        if (type.filter(TYPE::equals).isEmpty()) {
            throw at(
                    before + TYPE_OF_EVENT,
                    ProblemCode.VALUE_NOT_ALLOWED,
                    "An event that holds a session is of type " + TYPE + ".");
        }
    }

    /** JSON where nothing else is said. */
    private static void requireJson(Optional<String> mediaType, String where) {
        if (mediaType.filter(said -> !mediaType(said, where).equals(JSON)).isPresent()) {
            throw notJson(where);
        }
    }

    /** Without its parameters, of which one may say that it is in UTF-8. */
    private static String mediaType(String said, String where) {
        try {
            MediaType type = MediaType.parseMediaType(said);
            Charset charset = type.getCharset();
            return charset == null || charset.equals(StandardCharsets.UTF_8)
                    ? (type.getType() + "/" + type.getSubtype()).toLowerCase(Locale.ROOT)
                    : OF_ANOTHER_CHARSET;
        } catch (IllegalArgumentException unreadable) {
            throw notJson(where);
        }
    }

    private static ProblemException notJson(String where) {
        return at(
                where,
                ProblemCode.BODY_NOT_JSON,
                "A session is sent as "
                        + JSON
                        + (where.equals(CONTENT_TYPE) ? ", or within " + STRUCTURED + "+json" : "")
                        + ", in UTF-8.");
    }

    private static ProblemException at(String place, ProblemCode code, String message) {
        return new ProblemException(new Fault("/" + place, code, message));
    }

    private static ProblemException unreadable(String message) {
        return new ProblemException(new Fault("", ProblemCode.JSON_NOT_READABLE, message));
    }
}
