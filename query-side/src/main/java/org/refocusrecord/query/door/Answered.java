package org.refocusrecord.query.door;

import jakarta.servlet.http.HttpServletRequest;

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
        return of(MediaType.APPLICATION_JSON, body, position);
    }

    /** Each on a line of its own. */
    static ResponseEntity<byte[]> lines(List<?> views, Sight sight, long position) {
        ByteArrayOutputStream body = new ByteArrayOutputStream();
        for (Object view : views) {
            body.writeBytes(ViewJson.bytes(view, sight, true));
            body.write('\n');
        }
        return of(LINES, body.toByteArray(), position);
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

    private static ResponseEntity<byte[]> of(MediaType type, byte[] body, long position) {
        return ResponseEntity.ok()
                .contentType(type)
                .header("X-Position", Long.toString(position))
                .body(body);
    }
}
