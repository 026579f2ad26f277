package org.refocusrecord.web.query;

import org.jspecify.annotations.Nullable;
import org.refocusrecord.web.json.JsonAnswers;

import tools.jackson.core.JacksonException;
import tools.jackson.databind.JsonNode;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Base64;
import java.util.HexFormat;
import java.util.List;

/**
 * Cursors of one question: opaque to callers, and of no use for another question. They say where a
 * page begins and are no secret; what the caller may see is asked anew on every page.
 */
final class Cursor {

    private static final int BYTES_OF_DIGEST = 9;

    private final String question;

    private Cursor(String question) {
        this.question = question;
    }

    static Cursor of(String question) {
        try {
            byte[] digest =
                    MessageDigest.getInstance("SHA-256")
                            .digest(question.getBytes(StandardCharsets.UTF_8));
            return new Cursor(HexFormat.of().formatHex(Arrays.copyOf(digest, BYTES_OF_DIGEST)));
        } catch (NoSuchAlgorithmException everyJdkHasIt) {
            throw new IllegalStateException(everyJdkHasIt);
        }
    }

    String write(List<String> place) {
        List<String> all = new ArrayList<>();
        all.add(question);
        all.addAll(place);
        return Base64.getUrlEncoder()
                .withoutPadding()
                .encodeToString(JsonAnswers.mapper().writeValueAsBytes(all));
    }

    /** The place, or null for what is no cursor of this question. */
    @Nullable List<String> read(String cursor) {
        try {
            JsonNode all = JsonAnswers.mapper().readTree(Base64.getUrlDecoder().decode(cursor));
            List<String> place = new ArrayList<>();
            for (JsonNode part : all) {
                place.add(part.isString() ? part.stringValue() : "");
            }
            boolean ours = all.isArray() && !place.isEmpty() && place.getFirst().equals(question);
            return ours ? List.copyOf(place.subList(1, place.size())) : null;
        } catch (IllegalArgumentException | JacksonException unreadable) {
            return null;
        }
    }
}
