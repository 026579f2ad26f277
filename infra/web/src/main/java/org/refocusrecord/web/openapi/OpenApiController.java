package org.refocusrecord.web.openapi;

import org.refocusrecord.web.json.JsonAnswers;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RestController;

import java.util.List;

/** Serves the OpenAPI document of all endpoints that somebody describes. */
@RestController
public final class OpenApiController {

    private final byte[] document;

    /** With the descriptions of every controller. */
    public OpenApiController(String version, List<EndpointDescription> endpoints) {
        this.document =
                JsonAnswers.mapper().writeValueAsBytes(OpenApi.document(version, endpoints));
    }

    /** The document. */
    @GetMapping("/openapi.json")
    public ResponseEntity<byte[]> document() {
        return ResponseEntity.ok().contentType(MediaType.APPLICATION_JSON).body(document);
    }
}
