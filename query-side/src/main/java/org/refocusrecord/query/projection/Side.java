package org.refocusrecord.query.projection;

/** Which of a view's tables are meant. */
enum Side {
    /** Those that are read. */
    LIVE(""),

    /** Those of a rebuild, which stand beside them. */
    NEXT("_next");

    private static final String SCHEMA = "refocus_views.";

    private final String suffix;

    Side(String suffix) {
        this.suffix = suffix;
    }

    /** A table, as statements name it. */
    String table(String name) {
        return SCHEMA + name + suffix;
    }

    /** The statement, for this side: each table in it is named in braces. */
    String sql(String statement) {
        return statement.replace("{", SCHEMA).replace("}", suffix);
    }
}
