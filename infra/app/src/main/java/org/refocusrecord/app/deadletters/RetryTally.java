package org.refocusrecord.app.deadletters;

import org.refocusrecord.app.cli.Terminal;

import tools.jackson.databind.JsonNode;

import java.util.Locale;

/** What became of those that were to be sent again, counted. */
final class RetryTally {

    private static final String NOT_FOUND = "dead-letter.unknown";

    private long sent;
    private long gone;
    private long notTaken;

    /** Says why one was left. */
    static void sayLeft(String id, String code) {
        Terminal.say(
                id
                        + (code.equals(NOT_FOUND)
                                ? " is not to be had any more, or its value is not"
                                : " is not taken by the topic it came from: that is gone, or takes"
                                        + " none so large, or the service may not write there"));
    }

    /** Adds what a server says of a page, and says which were left. */
    void add(JsonNode page) {
        sent += page.path("retried").size();
        for (JsonNode each : page.path("left")) {
            String code = each.path("code").asString();
            boolean isGone = code.equals(NOT_FOUND);
            gone += isGone ? 1 : 0;
            notTaken += isGone ? 0 : 1;
            sayLeft(each.path("id").asString(), code);
        }
    }

    long sent() {
        return sent;
    }

    boolean isEach() {
        return gone + notTaken == 0;
    }

    @Override
    public String toString() {
        return String.format(
                Locale.ROOT,
                "%,d sent again, %,d not to be had any more%s",
                sent,
                gone,
                notTaken == 0
                        ? ""
                        : String.format(Locale.ROOT, ", %,d not taken by their topic", notTaken));
    }
}
