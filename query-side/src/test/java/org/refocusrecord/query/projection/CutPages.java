package org.refocusrecord.query.projection;

import org.refocusrecord.eventlog.Logged;

import java.util.List;
import java.util.function.LongFunction;

/** Pages of a log that is told by hand. */
final class CutPages implements EventFeed.Pages {

    private final LongFunction<List<? extends Logged>> page;
    private long at;

    CutPages(long after, LongFunction<List<? extends Logged>> page) {
        this.at = after;
        this.page = page;
    }

    @Override
    public List<? extends Logged> next() {
        List<? extends Logged> next = page.apply(at);
        at = next.isEmpty() ? at : next.getLast().position();
        return next;
    }

    @Override
    public void close() {}
}
