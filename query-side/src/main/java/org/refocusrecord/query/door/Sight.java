package org.refocusrecord.query.door;

import org.jspecify.annotations.Nullable;
import org.refocusrecord.events.AnyId;
import org.refocusrecord.events.Words;

/**
 * What is seen of the texts and ratings of one or more cases. A text that is not shown says why,
 * with the rest of it as it was.
 */
public interface Sight {

    /** Why a text is not shown. */
    enum Withheld {
        /** It was forgotten. */
        ERASED,
        /** It is not shared with this reader. */
        SHARING,
        /** An auditor gave no purpose. */
        PURPOSE
    }

    /** A text, or why it is withheld. */
    record Shown(@Nullable String text, @Nullable Withheld withheld) {}

    /** Whether the answers and scores of a rating are shown. */
    boolean showsRating(AnyId rating);

    /** What is shown of a text. */
    Shown of(Words.Kept words);

    /**
     * Something was written as it is seen so, to be shown: whoever has to know of it is told before
     * it goes out.
     */
    void wasUsed();
}
