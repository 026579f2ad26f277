package org.refocusrecord.bench;

import java.util.List;

/** What things are called in the table. */
final class Names {

    static final String CREATE = "create";
    static final String APPEND = "append";
    static final String SESSIONS = "sessions";
    static final String IMPORT = "import";
    static final String REPLAY = "replay";
    static final String LAG = "lag";
    static final String LOADING = "loading";
    static final String GROWING = "growing";
    static final String ACCESS = "access";
    static final String VIEWS = "views";
    static final String AUDIT = "audit";
    static final String HISTORY = "history";
    static final String REBUILD = "rebuild";
    static final String EXPORTS = "exports";
    static final String INBOX = "inbox";
    static final String OUTBOX = "outbox";

    static final String RAW = "raw INSERT, autocommit";
    static final String RAW_COMMIT = "raw INSERT + COMMIT";
    static final String COPY_IN = "raw binary COPY in";
    static final String COPY_OUT = "raw binary COPY out";
    static final String KEYSET = "keyset read + Jackson";
    static final String JDBC = "stock Axon JDBC";
    static final String JDBC_CACHE = "stock Axon JDBC + cache";
    static final String JPA = "stock Axon JPA";
    static final String JPA_BYTEA = "stock Axon JPA, bytea";
    static final String JPA_CACHE = "stock Axon JPA + cache";
    static final String POOLED = "stock Axon pooled";
    static final String BUS = "ours, command bus";
    static final String HTTP = "ours, HTTP";
    static final String KAFKA = "ours, Kafka";
    static final String PLAIN = "plain consumer";
    static final String BACKFILL = "ours, backfill";
    static final String BARE = "bare producer";
    static final String IMPORTER = "ours, import";
    static final String FOLD = "ours, fold";
    static final String BEGINNING = "ours, from the beginning";
    static final String SNAPSHOT = "ours, from a snapshot";
    static final String SHORT = "ours, to short cases";
    static final String LONG = "ours, to a long case";

    static final String NOTED = "ours, who read is kept";
    static final String UNNOTED = "ours, who read is lost";

    static final String PAGES = "pages of the log, unread";
    static final String ALL_VIEWS = "ours, all views";
    static final String REBUILT = "ours, all views rebuilt";
    static final String FOLDED = "ours, folded only";
    static final String BY_CASE = "temporal table, by case";
    static final String BY_TIME = "temporal table, by time";
    static final String ROWS = "rows of the case, unread";
    static final String AUDIT_ROWS = "rows of the cases, unread";
    static final String ACTIONS = "ours, action by action";
    static final String TABLE = "ours, as a table";

    static final List<String> OF_HISTORY = List.of(VIEWS, AUDIT, HISTORY, REBUILD, EXPORTS);
    static final List<String> BY_KAFKA = List.of(INBOX, OUTBOX);
    static final List<String> BY_ITSELF =
            List.of(CREATE, APPEND, SESSIONS, IMPORT, REPLAY, LOADING, GROWING, LAG, ACCESS);

    private Names() {}
}
