package org.refocusrecord.web.query;

import org.jspecify.annotations.Nullable;
import org.refocusrecord.web.problem.Fault;
import org.refocusrecord.web.problem.ProblemCode;

import java.io.ByteArrayOutputStream;
import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;

/** Takes a query string apart, to the letter: a container would drop in silence what it cannot. */
final class QueryString {

    record Pair(String name, String value) {}

    private QueryString() {}

    static List<Pair> pairs(@Nullable String query, List<Fault> faults) {
        List<Pair> pairs = new ArrayList<>();
        if (query == null || query.isEmpty()) {
            return pairs;
        }
        for (String part : query.split("&", -1)) {
            if (part.isEmpty()) {
                // An ampersand too many asks for nothing.
                continue;
            }
            int equals = part.indexOf('=');
            String name = decoded(equals < 0 ? part : part.substring(0, equals));
            String value = equals < 0 ? "" : decoded(part.substring(equals + 1));
            if (name == null || value == null) {
                faults.add(Fault.at("", ProblemCode.QUERY_NOT_READABLE));
            } else {
                pairs.add(new Pair(name, value));
            }
        }
        return pairs;
    }

    private static @Nullable String decoded(String text) {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        byte[] raw = text.getBytes(StandardCharsets.UTF_8);
        for (int index = 0; index < raw.length; index++) {
            if (raw[index] != '%') {
                bytes.write(raw[index] == '+' ? ' ' : raw[index]);
                continue;
            }
            int value =
                    index + 2 < raw.length ? hex(raw[index + 1]) * 16 + hex(raw[index + 2]) : -1;
            if (value < 0) {
                return null;
            }
            bytes.write(value);
            index += 2;
        }
        try {
            return StandardCharsets.UTF_8
                    .newDecoder()
                    .decode(ByteBuffer.wrap(bytes.toByteArray()))
                    .toString();
        } catch (CharacterCodingException otherEncoding) {
            return null;
        }
    }

    private static int hex(byte digit) {
        int value = Character.digit(digit, 16);
        return value < 0 ? -1000 : value;
    }
}
