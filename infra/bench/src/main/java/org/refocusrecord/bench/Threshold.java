package org.refocusrecord.bench;

import java.util.List;

/**
 * What was promised: ours against another.
 *
 * @param bout what is done
 * @param callers how many at once
 * @param ours our contestant
 * @param other the other
 * @param least the ratio at least
 * @param aim the ratio aimed at
 */
record Threshold(String bout, int callers, String ours, String other, double least, double aim) {

    static final List<Threshold> ALL =
            List.of(
                    new Threshold(Names.CREATE, 32, Names.BUS, Names.RAW, 1.2, 1.5),
                    new Threshold(Names.CREATE, 32, Names.BUS, Names.JDBC, 2.2, 3),
                    new Threshold(Names.CREATE, 1, Names.BUS, Names.RAW_COMMIT, 0.85, 0.95),
                    new Threshold(Names.CREATE, 1, Names.BUS, Names.JDBC, 1.1, 1.5),
                    new Threshold(Names.APPEND, 32, Names.BUS, Names.JDBC, 4, 4),
                    new Threshold(Names.APPEND, 32, Names.BUS, Names.JDBC_CACHE, 1.7, 1.7),
                    new Threshold(Names.APPEND, 32, Names.BUS, Names.JPA, 40, 40),
                    new Threshold(Names.SESSIONS, 32, Names.BUS, Names.RAW, 0.4, 0.5),
                    new Threshold(Names.SESSIONS, 32, Names.HTTP, Names.RAW, 0.2, 0.3),
                    new Threshold(Names.IMPORT, 1, Names.IMPORTER, Names.COPY_IN, 0.4, 0.6),
                    new Threshold(Names.REPLAY, 1, Names.FOLD, Names.KEYSET, 1.5, 2),
                    new Threshold(Names.REPLAY, 1, Names.FOLD, Names.POOLED, 3.5, 5),
                    new Threshold(Names.ACCESS, 32, Names.NOTED, Names.UNNOTED, 0.9, 0.95),
                    new Threshold(
                            Names.INBOX, KafkaPass.CALLERS, Names.KAFKA, Names.HTTP, 1.5, 1.5));
}
