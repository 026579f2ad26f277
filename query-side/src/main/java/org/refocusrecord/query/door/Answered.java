package org.refocusrecord.query.door;

import jakarta.servlet.http.HttpServletRequest;

import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpHeaders;
import org.springframework.http.InvalidMediaTypeException;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;

import java.io.ByteArrayOutputStream;
import java.util.List;

/** Answers of reads: JSON or lines of JSON, with the position that they contain. */
final class Answered {

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
        String accepted = request.getHeader(HttpHeaders.ACCEPT);
        try {
            return MediaType.parseMediaTypes(accepted).stream()
                    .anyMatch(
                            type -> type.equalsTypeAndSubtype(LINES) && type.getQualityValue() > 0);
        } catch (InvalidMediaTypeException unreadable) {
            return false;
        }
    }

    private static ResponseEntity.BodyBuilder of(MediaType type, long position) {
        return ResponseEntity.ok().contentType(type).header("X-Position", Long.toString(position));
    }
}
