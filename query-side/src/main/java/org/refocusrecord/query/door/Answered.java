package org.refocusrecord.query.door;

import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;

/** Answers of reads: JSON, with the position that they contain. */
final class Answered {

    private Answered() {}

    static ResponseEntity<byte[]> json(byte[] body, long position) {
        return ResponseEntity.ok()
                .contentType(MediaType.APPLICATION_JSON)
                .header("X-Position", Long.toString(position))
                .body(body);
    }
}
