package org.refocusrecord.web.reading;

import jakarta.servlet.http.HttpServletRequest;

import org.jspecify.annotations.Nullable;
import org.refocusrecord.web.json.JsonBody;
import org.refocusrecord.web.json.StrictJson;
import org.refocusrecord.web.problem.Fault;
import org.refocusrecord.web.problem.Problem;
import org.refocusrecord.web.problem.ProblemCode;
import org.refocusrecord.web.problem.ProblemException;
import org.springframework.http.HttpHeaders;
import org.springframework.http.MediaType;

import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Locale;

/**
 * Reads the JSON body of a request, and not more of it than is allowed.
 *
 * <p>A body that is too large is read on, up to a bound, and thrown away before the answer goes
 * out: a client that is still sending would else see a broken connection in place of the answer.
 */
public final class BodyReader {

    /** The largest body, in bytes. */
    public static final int LARGEST = 1 << 20;

    private static final int MOST_THROWN_AWAY = 16 << 20;

    private BodyReader() {}

    /** The body, parsed; throws the problem of one that cannot be read at all. */
    public static JsonBody read(HttpServletRequest request) {
        checkMediaType(request);
        return StrictJson.parse(bytes(request));
    }

    private static void checkMediaType(HttpServletRequest request) {
        MediaType type = mediaType(request.getContentType());
        if (type == null || !type.equalsTypeAndSubtype(MediaType.APPLICATION_JSON)) {
            throw new ProblemException(ProblemCode.BODY_NOT_JSON);
        }
        Charset charset = type.getCharset();
        String encoding = request.getHeader(HttpHeaders.CONTENT_ENCODING);
        boolean encoded = encoding != null && !encoding.toLowerCase(Locale.ROOT).equals("identity");
        if (encoded || (charset != null && !charset.equals(StandardCharsets.UTF_8))) {
            throw new ProblemException(ProblemCode.BODY_NOT_JSON);
        }
    }

    private static @Nullable MediaType mediaType(@Nullable String contentType) {
        try {
            MediaType type = contentType == null ? null : MediaType.parseMediaType(contentType);
            if (type != null) {
                type.getCharset();
            }
            return type;
        } catch (IllegalArgumentException unreadable) {
            return null;
        }
    }

    private static byte[] bytes(HttpServletRequest request) {
        try {
            InputStream body = request.getInputStream();
            if (request.getContentLengthLong() > LARGEST) {
                throw tooLarge(body, request.getContentLengthLong());
            }
            byte[] bytes = body.readNBytes(LARGEST + 1);
            if (bytes.length > LARGEST) {
                throw tooLarge(body, 0);
            }
            return bytes;
        } catch (IOException brokenOff) {
            throw brokenOff();
        }
    }

    private static ProblemException brokenOff() {
        ProblemCode code = ProblemCode.JSON_NOT_READABLE;
        Fault fault = new Fault("", code, "The body was broken off; nothing was done.");
        return new ProblemException(
                new Problem(
                        code,
                        "Send the whole body again, under the same id: the connection ended, or"
                            + " chunks could not be read, before it was there. Nothing was done.",
                        List.of(fault),
                        null,
                        null));
    }

    private static ProblemException tooLarge(InputStream body, long announced) {
        try {
            if (announced <= MOST_THROWN_AWAY) {
                body.skip(MOST_THROWN_AWAY);
            }
        } catch (IOException brokenOff) {
            // Nobody is sending any more, so nothing is left to throw away.
        }
        return new ProblemException(ProblemCode.BODY_TOO_LARGE);
    }
}
