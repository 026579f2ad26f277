package org.refocusrecord.app.journey;

import static org.assertj.core.api.Assertions.assertThat;

import tools.jackson.databind.JsonNode;

import java.net.http.HttpHeaders;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;

/** What was answered. */
@SuppressWarnings("ArrayRecordComponent") // Looked at, never compared as a whole.
record Answer(int status, JsonNode body, byte[] bytes, HttpHeaders headers) {

    String asText() {
        return new String(bytes, StandardCharsets.UTF_8);
    }

    String code() {
        return body.path("code").asString("");
    }

    JsonNode at(String pointer) {
        return body.at(pointer);
    }

    String text(String pointer) {
        return body.at(pointer).asString("");
    }

    String header(String name) {
        return headers.firstValue(name).orElse("");
    }

    /** Each fault as its code and pointer. */
    List<String> faults() {
        List<String> faults = new ArrayList<>();
        for (JsonNode fault : body.path("errors")) {
            faults.add(fault.path("code").asString() + " " + fault.path("pointer").asString());
        }
        return faults;
    }

    /** Fails unless it was recorded. */
    Answer recorded() {
        return hasStatus(201);
    }

    /** Fails unless it was found. */
    Answer found() {
        return hasStatus(200);
    }

    /** Fails unless it was refused for exactly these reasons, each a code and a pointer. */
    Answer refused(int status, String... faults) {
        hasStatus(status);
        assertThat(faults()).as(asText()).containsExactly(faults);
        assertThat(code()).isEqualTo(faults[0].substring(0, faults[0].indexOf(' ')));
        assertThat(header("Content-Type")).isEqualTo("application/problem+json");
        assertThat(text("/type")).isEqualTo("/problems/" + code());
        assertThat(text("/detail")).isNotBlank();
        return this;
    }

    Answer hasStatus(int status) {
        assertThat(status()).as(asText()).isEqualTo(status);
        return this;
    }
}
