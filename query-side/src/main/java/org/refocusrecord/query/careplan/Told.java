package org.refocusrecord.query.careplan;

import org.jspecify.annotations.Nullable;
import org.refocusrecord.events.Words;
import org.refocusrecord.query.history.Standing;

/**
 * Something that was told, may be changed, and may be withdrawn.
 *
 * @param <D> what else is known of it
 */
final class Told<D> implements Items.Item {

    private final Trace trace;
    private final Words first;
    private Words statement;
    private D detail;
    private boolean withdrawn;

    Told(Trace trace, D detail, Words statement) {
        this.trace = trace;
        this.first = statement;
        this.statement = statement;
        this.detail = detail;
    }

    @Override
    public Trace trace() {
        return trace;
    }

    D detail() {
        return detail;
    }

    Words statement() {
        return statement;
    }

    /** What was said first, where it was changed since. */
    @Nullable Words firstStatement() {
        return statement.equals(first) ? null : first;
    }

    Trail trail() {
        return trace.trail(withdrawn ? Standing.WITHDRAWN : Standing.LIVE);
    }

    void change(Words words) {
        statement = words;
    }

    /** Nothing brings it back: what names it later is shown with a notice. */
    void withdraw() {
        withdrawn = true;
    }

    void now(D known) {
        detail = known;
    }
}
