package org.refocusrecord.query.outbox;

import java.util.regex.Pattern;

/** What brokers take for the name of a topic. */
final class TopicName {

    private static final Pattern LEGAL = Pattern.compile("[A-Za-z0-9._-]{1,249}");

    private TopicName() {}

    static boolean is(String name) {
        return LEGAL.matcher(name).matches() && !name.equals(".") && !name.equals("..");
    }

    static void require(String name) {
        if (!is(name)) {
            throw new IllegalArgumentException(
                    "the name of a topic has 1 to 249 of A-Z a-z 0-9 . _ -");
        }
    }
}
