package org.refocusrecord.query.projection;

import org.jspecify.annotations.Nullable;

/**
 * A stream in which a rebuilt view is not what is live.
 *
 * @param stream the case, team or study
 * @param table the table in which rows differ; null where none do, but whether the stream is parked
 * @param onlyLive how many rows are only in what is live; where its rows were altered, those too
 * @param onlyRebuilt how many rows are only in what was rebuilt
 * @param parkedLive whether events of it wait on the live side
 * @param parkedRebuilt whether they do in what was rebuilt
 */
public record Difference(
        String stream,
        @Nullable String table,
        long onlyLive,
        long onlyRebuilt,
        boolean parkedLive,
        boolean parkedRebuilt) {

    /** Says so in a few words. */
    String words() {
        return table == null
                ? "%s is parked %s".formatted(stream, where())
                : "%s has %d rows only in what is live and %d only in what was rebuilt, in %s"
                        .formatted(stream, onlyLive, onlyRebuilt, table);
    }

    private String where() {
        if (parkedLive && parkedRebuilt) {
            return "from another event on";
        }
        return parkedLive ? "in what is live and not in what was rebuilt" : "in what was rebuilt";
    }
}
