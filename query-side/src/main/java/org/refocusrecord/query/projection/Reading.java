package org.refocusrecord.query.projection;

import org.jspecify.annotations.Nullable;
import org.refocusrecord.eventlog.Logged;

import java.util.List;

/**
 * Reads the log on and on from wherever it is asked to. Whoever asks for what follows the last page
 * finds it fetched already; anything else, as after a page that could not be handled, begins anew.
 */
final class Reading implements AutoCloseable {

    private final EventFeed feed;
    private final int pageSize;
    private EventFeed.@Nullable Pages pages;
    private long at;

    Reading(EventFeed feed, int pageSize) {
        this.feed = feed;
        this.pageSize = pageSize;
    }

    /** The page after a position; empty at the end of the log. */
    List<? extends Logged> after(long position) {
        EventFeed.Pages reading = pages;
        if (reading == null || at != position) {
            close();
            reading = feed.pages(position, pageSize);
            pages = reading;
            at = position;
        }
        List<? extends Logged> page = reading.next();
        at = page.isEmpty() ? at : page.getLast().position();
        return page;
    }

    @Override
    public void close() {
        EventFeed.Pages reading = pages;
        pages = null;
        if (reading != null) {
            reading.close();
        }
    }
}
