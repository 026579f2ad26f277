package org.refocusrecord.query.door;

import jakarta.servlet.http.HttpServletRequest;

import org.jspecify.annotations.Nullable;
import org.refocusrecord.web.json.Instants;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpMethod;
import org.springframework.http.InvalidMediaTypeException;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;

import java.io.ByteArrayOutputStream;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.Arrays;
import java.util.List;
import java.util.stream.Collectors;

/** Answers of reads: JSON or lines of JSON, with the position that they contain. */
final class Answered {

    /** A picture. */
    static final MediaType SVG = new MediaType("image", "svg+xml");

    private static final MediaType LINES = MediaType.APPLICATION_NDJSON;

    private Answered() {}

    static ResponseEntity<byte[]> json(byte[] body, long position) {
        return of(MediaType.APPLICATION_JSON, position).body(body);
    }

    /**
     * Each on a line of its own. Lines have no member that could say that there are more, so a
     * header does (RFC 8288). No line at all shows something too: that there is no more.
     *
     * @param next where the next lines are, relative to where these are; null: there are none
     */
    static ResponseEntity<byte[]> lines(
            List<?> views, Sight sight, long position, @Nullable String next) {
        ByteArrayOutputStream body = new ByteArrayOutputStream();
        sight.wasUsed();
        for (Object view : views) {
            body.writeBytes(ViewJson.bytes(view, sight, true));
            body.write('\n');
        }
        ResponseEntity.BodyBuilder lines = of(LINES, position);
        if (next != null) {
            lines.header(HttpHeaders.LINK, "<%s>; rel=\"next\"".formatted(next));
        }
        return lines.body(body.toByteArray());
    }

    /** Whether a line an item is asked for by name; whoever takes anything gets JSON. */
    static boolean wantsLines(HttpServletRequest request) {
        return wants(request, LINES);
    }

    /** Whether an answer is to be sent: for its headers alone nobody's record is shown. */
    static boolean isToBeSent(HttpServletRequest request) {
        return !HttpMethod.HEAD.matches(request.getMethod());
    }

    /** Whether a type is asked for by name; by how much others are preferred is no matter. */
    static boolean wants(HttpServletRequest request, MediaType wanted) {
        String accepted = request.getHeader(HttpHeaders.ACCEPT);
        try {
            return MediaType.parseMediaTypes(accepted).stream()
                    .anyMatch(type ->
                            type.equalsTypeAndSubtype(wanted) && type.getQualityValue() > 0);
        } catch (InvalidMediaTypeException unreadable) {
            return false;
        }
    }

    /** A table; where there are more rows, a header says where, as for lines. */
    static ResponseEntity<byte[]> csv(byte[] table, long position, @Nullable String next) {
        ResponseEntity.BodyBuilder answer = of(Csv.TYPE, position);
        if (next != null) {
            answer.header(HttpHeaders.LINK, "<%s>; rel=\"next\"".formatted(next));
        }
        return answer.body(table);
    }

    static ResponseEntity<byte[]> svg(byte[] picture, long position) {
        return of(SVG, position).body(picture);
    }

    /** The same question from a cursor on, relative to where it was asked; null where it ends. */
    static @Nullable String next(HttpServletRequest request, @Nullable String cursor) {
        if (cursor == null) {
            return null;
        }
        String asked = request.getQueryString() == null ? "" : request.getQueryString();
        String rest =
                Arrays.stream(asked.split("&", -1))
                        .filter(pair -> !pair.isEmpty() && !pair.startsWith("cursor="))
                        .map(pair -> pair + "&")
                        .collect(Collectors.joining());
        return "?" + rest + "cursor=" + URLEncoder.encode(cursor, StandardCharsets.UTF_8);
    }

    /** An instant as it stands in JSON. */
    static String instant(Instant instant) {
        return Instants.text(instant);
    }

    private static ResponseEntity.BodyBuilder of(MediaType type, long position) {
        return ResponseEntity.ok().contentType(type).header("X-Position", Long.toString(position));
    }
}
