package org.refocusrecord.command.door.inbox;

import org.refocusrecord.web.problem.Fault;
import org.refocusrecord.web.problem.ProblemCode;
import org.refocusrecord.web.problem.ProblemException;
import org.springframework.http.MediaType;

import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.util.Locale;
import java.util.Optional;

/** What is said round a session: the attributes of a CloudEvent and media types. */
final class EventForm {

    /** The type of a CloudEvent that holds a session. */
    static final String SESSION = "org.refocusrecord.session.v1";

    static final String SPECVERSION = "specversion";
    static final String TYPE = "type";
    static final String CONTENT_TYPE = "content-type";

    private static final String VERSION = "1.0";
    private static final String JSON = "application/json";
    private static final String STRUCTURED = "application/cloudevents";
    private static final String OF_ANOTHER_CHARSET = "";

    private EventForm() {}

    /** Whether the media type says so, which decides whatever else is said in headers. */
    static boolean isWrapped(Optional<String> contentType) {
        String said = contentType.map(text -> mediaType(text, CONTENT_TYPE)).orElse("");
        if (said.startsWith(STRUCTURED) && !said.equals(STRUCTURED + "+json")) {
            throw notJson(CONTENT_TYPE);
        }
        return said.startsWith(STRUCTURED);
    }

    static void requireVersion(Optional<String> version, String before) {
        if (version.filter(VERSION::equals).isEmpty()) {
            throw fault(
                    before + SPECVERSION,
                    ProblemCode.VALUE_NOT_ALLOWED,
                    "Events are taken in version " + VERSION + " of CloudEvents.");
        }
    }

    static void requireType(Optional<String> type, String before) {
        if (type.filter(SESSION::equals).isEmpty()) {
            throw fault(
                    before + TYPE,
                    ProblemCode.VALUE_NOT_ALLOWED,
                    "An event that holds a session is of type " + SESSION + ".");
        }
    }

    /** JSON where nothing else is said. */
    static void requireJson(Optional<String> mediaType, String where) {
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
        return fault(
                where,
                ProblemCode.BODY_NOT_JSON,
                "A session is sent as "
                        + JSON
                        + (where.equals(CONTENT_TYPE) ? ", or within " + STRUCTURED + "+json" : "")
                        + ", in UTF-8.");
    }

    static ProblemException fault(String place, ProblemCode code, String message) {
        return new ProblemException(new Fault("/" + place, code, message));
    }
}
