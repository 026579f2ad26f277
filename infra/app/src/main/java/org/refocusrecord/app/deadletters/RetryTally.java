package org.refocusrecord.app.deadletters;

import org.refocusrecord.app.cli.Terminal;

import tools.jackson.databind.JsonNode;

import java.util.Locale;

/** What became of those that were to be sent again, counted. */
final class RetryTally {

    static final String NOT_TO_BE_HAD = " is not to be had any more, or its value is not";

    private static final String NOT_FOUND = "dead-letter.unknown";

    private long sent;
    private long gone;
    private long refused;

    /** Adds what a server says of a page, and says which were left. */
    void add(JsonNode page) {
        sent += page.path("retried").size();
        for (JsonNode each : page.path("left")) {
            boolean isGone = each.path("code").asString().equals(NOT_FOUND);
            gone += isGone ? 1 : 0;
            refused += isGone ? 0 : 1;
            Terminal.say(
                    each.path("id").asString()
                            + (isGone ? NOT_TO_BE_HAD : " is refused by the brokers"));
        }
    }

    long sent() {
        return sent;
    }

    boolean isEach() {
        return gone + refused == 0;
    }

    @Override
    public String toString() {
        return String.format(
                Locale.ROOT,
                "%,d sent again, %,d not to be had any more%s",
                sent,
                gone,
                refused == 0
                        ? ""
                        : String.format(Locale.ROOT, ", %,d refused by the brokers", refused));
    }
}
