package org.refocusrecord.bench;

import org.refocusrecord.eventlog.LogPages;
import org.refocusrecord.eventlog.LogReads;
import org.refocusrecord.eventlog.Logged;
import org.refocusrecord.query.projection.ProjectionStatus;
import org.refocusrecord.query.projection.Projections;

import java.util.List;
import java.util.concurrent.TimeUnit;

import javax.sql.DataSource;

/**
 * All views together, from nothing to the head of the log, beside the pages that they are made
 * from, read by nobody.
 */
final class FoldingViews {

    private static final int PAGE = 5_000;
    private static final long LONGEST = TimeUnit.HOURS.toNanos(2);

    private final Product product;
    private final Ours ours;
    private final Story story;
    private final Copying copying;
    private final Rebuilds rebuilds;

    FoldingViews(Product product, Ours ours, Story story, Copying copying) throws Exception {
        this.product = product;
        this.ours = ours;
        this.story = story;
        this.copying = copying;
        this.rebuilds = new Rebuilds(product, story.cast().trust());
    }

    /** Of so many events; the views follow the log, and have come to its head. */
    Bout bout(long events) {
        return Bout.whole(
                Names.VIEWS,
                copying.out(events),
                Contestant.whole(Names.PAGES, events, () -> read(events)),
                Contestant.whole(Names.ALL_VIEWS, events, this::anew),
                Contestant.whole(Names.REBUILT, events, rebuilds::run));
    }

    private void read(long events) throws InterruptedException {
        long read = 0;
        try (LogPages<?, Logged> pages = product.part(LogReads.class).pages(0, events, PAGE)) {
            for (List<Logged> page = pages.next(); !page.isEmpty(); page = pages.next()) {
                read += page.size();
            }
        }
        if (read != events) {
            throw new IllegalStateException("only " + read);
        }
    }

    /** Empties their tables as if nothing had ever been read; an event more wakes them. */
    private void anew() throws Exception {
        DataSource administrator = product.administrator();
        List<String> tables =
                Sql.texts(
                        administrator,
                        "select format('refocus_views.%I', table_name) from"
                                + " information_schema.columns where table_schema ="
                                + " 'refocus_views' and column_name = 'hash'");
        Sql.run(
                administrator,
                "truncate " + String.join(", ", tables),
                "update refocus_views.projection set position = 0, since = 0, handled = 0,"
                        + " count = 0, digest = decode(repeat('00', 32), 'hex')");
        ours.record(story.opening(story.newCase()));
        Projections views = product.part(Projections.class);
        long begun = System.nanoTime();
        while (!views.haveCaughtUp()) {
            if (System.nanoTime() - begun > LONGEST) {
                throw new IllegalStateException("the views did not come to the head");
            }
            TimeUnit.MILLISECONDS.sleep(50);
        }
        if (!views.parked().isEmpty()) {
            throw new IllegalStateException("parked: " + views.parked().getFirst());
        }
    }

    /** How many rows each holds. */
    List<String> sizes() {
        return product.part(Projections.class).status().stream().map(FoldingViews::size).toList();
    }

    private static String size(ProjectionStatus view) {
        return "view %s: %,d rows at position %,d"
                .formatted(view.name(), view.count(), view.position());
    }
}
