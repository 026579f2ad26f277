package org.refocusrecord.kafka;

import java.util.regex.Pattern;

/** What brokers take for the name of a topic. */
public final class TopicName {

    /** Of which characters it is, and how many; {@code .} and {@code ..} are none all the same. */
    public static final String LEGAL = "[A-Za-z0-9._-]{1,249}";

    private static final Pattern PATTERN = Pattern.compile(LEGAL);

    private TopicName() {}

    /** Whether it can be one. */
    public static boolean is(String name) {
        return PATTERN.matcher(name).matches() && !name.equals(".") && !name.equals("..");
    }

    /**
     * Nothing where it can be one.
     *
     * @throws IllegalArgumentException where it cannot
     */
    public static void require(String name) {
        if (!is(name)) {
            throw new IllegalArgumentException(
                    "the name of a topic has 1 to 249 of A-Z a-z 0-9 . _ -");
        }
    }
}
