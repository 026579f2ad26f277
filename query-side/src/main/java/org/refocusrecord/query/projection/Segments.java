package org.refocusrecord.query.projection;

import org.refocusrecord.eventlog.Logged;

import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.IntFunction;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

/**
 * Into how many segments views are cut. A stream falls into one of them, for ever the same while
 * their number is: the first eight bytes of the SHA-256 of its id, modulo the number.
 */
public record Segments(int number) {

    /** Each is some rows, and a lock of the database's. */
    public static final int MOST = 256;

    /** Refuses a number that nobody can mean. */
    public Segments {
        if (number < 1 || number > MOST) {
            throw new IllegalArgumentException("refocus.segments must be 1 to " + MOST);
        }
    }

    /** The segment of a stream, from 0 on. */
    public int of(String stream) {
        if (number == 1) {
            return 0;
        }
        try {
            byte[] hash =
                    MessageDigest.getInstance("SHA-256")
                            .digest(stream.getBytes(StandardCharsets.UTF_8));
            return (int) Long.remainderUnsigned(ByteBuffer.wrap(hash).getLong(), number);
        } catch (NoSuchAlgorithmException everyJdkHasIt) {
            throw new IllegalStateException(everyJdkHasIt);
        }
    }

    /** One thing for each of them, in order. */
    <T> List<T> each(IntFunction<T> of) {
        return IntStream.range(0, number).mapToObj(of).toList();
    }

    /** The same events, each with those of its segment, in order. */
    Map<Integer, List<Logged>> apart(List<? extends Logged> events) {
        if (number == 1) {
            return Map.of(0, List.copyOf(events));
        }
        Map<String, Integer> known = new HashMap<>();
        return events.stream()
                .collect(
                        Collectors.groupingBy(
                                logged -> known.computeIfAbsent(logged.stream(), this::of),
                                HashMap::new,
                                Collectors.toList()));
    }
}
