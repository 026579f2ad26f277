package org.refocusrecord.app.deadletters;

import org.refocusrecord.app.cli.Terminal;

import tools.jackson.databind.JsonNode;

import java.util.Locale;

/** What became of those that were to be sent again, counted. */
final class RetryTally {

    private long sent;
    private long gone;
    private long notTaken;

    /** Adds what a server says of a page, and says which were left. */
    void add(JsonNode page) {
        sent += page.path("retried").size();
        for (JsonNode each : page.path("left")) {
            Left left = Left.of(each);
            gone += left.isUnknown() ? 1 : 0;
            notTaken += left.isUnknown() ? 0 : 1;
            Terminal.say(left.sentence(each.path("id").asString()));
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
