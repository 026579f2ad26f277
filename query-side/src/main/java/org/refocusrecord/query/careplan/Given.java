package org.refocusrecord.query.careplan;

import org.jspecify.annotations.Nullable;

import java.util.List;

/** What a change says, and what stays where it says nothing. */
final class Given {

    private Given() {}

    static <T> T or(@Nullable T said, T before) {
        return said == null ? before : said;
    }

    static <T> @Nullable T orElse(@Nullable T said, @Nullable T before) {
        return said == null ? before : said;
    }

    static <T> List<T> list(@Nullable List<T> said) {
        return said == null ? List.of() : said;
    }
}
