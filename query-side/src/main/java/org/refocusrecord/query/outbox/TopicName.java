package org.refocusrecord.query.outbox;

import java.util.regex.Pattern;

/** What brokers take for the name of a topic. */
final class TopicName {

    static final String LEGAL = "[A-Za-z0-9._-]{1,249}";
    private static final Pattern PATTERN = Pattern.compile(LEGAL);

    private TopicName() {}

    static boolean is(String name) {
        return PATTERN.matcher(name).matches() && !name.equals(".") && !name.equals("..");
    }

    static void require(String name) {
        if (!is(name)) {
            throw new IllegalArgumentException(
                    "the name of a topic has 1 to 249 of A-Z a-z 0-9 . _ -");
        }
    }
}
