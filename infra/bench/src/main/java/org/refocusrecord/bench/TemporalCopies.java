package org.refocusrecord.bench;

/** Copied cases for the temporal table: their goals and steps, read out of the log's payloads. */
final class TemporalCopies {

    private static final String INSERT =
            """
            insert into bench_temporal.plan_item
                (case_id, kind, item, goal, said, status, responsible, session, valid, known)
            """;

    private static final String SAID =
            "'Ring Sam at the allotment society and ask which plot is free.'";

    private static final String EVENTS =
            """
            (select substr(stream, 6)::uuid as case_id, command_id, occurred_at, recorded_at,
                    convert_from(payload, 'UTF8')::jsonb as body
               from refocus_log.event where type = '%s' and position <= %d)
            """;

    private TemporalCopies() {}

    /** The goals of all cases that had been stored by then. */
    static String goals(long position) {
        return INSERT
                + "select case_id, 'GOAL', (body ->> 'goalId')::uuid, null, "
                + SAID
                + ", 'ACTIVE', null, command_id, tstzrange(occurred_at, null),"
                + " tstzrange(recorded_at, null) from "
                + EVENTS.formatted("goal.set", position)
                + " e";
    }

    /**
     * A step that was done is one row of how it was planned, as long as nothing else was known, one
     * of how it was until it was done, and one of that it was.
     */
    static String steps(long position) {
        return INSERT
                + "select p.case_id, 'STEP', (p.body ->> 'stepId')::uuid,"
                + " (p.body ->> 'goalId')::uuid, "
                + SAID
                + ", r.status, p.body -> 'responsible' -> 0 ->> 'party', p.command_id, r.valid,"
                + " r.known from "
                + EVENTS.formatted("goal.step-planned", position)
                + " p left join "
                + EVENTS.formatted("goal.step-done", position)
                + """
                 d on d.body ->> 'stepId' = p.body ->> 'stepId'
                cross join lateral (values
                    ('PLANNED', tstzrange(p.occurred_at, null),
                        tstzrange(p.recorded_at, d.recorded_at)),
                    ('PLANNED', tstzrange(p.occurred_at, d.occurred_at),
                        tstzrange(d.recorded_at, null)),
                    ('DONE', tstzrange(d.occurred_at, null),
                        tstzrange(d.recorded_at, null))) r (status, valid, known)
                where not isempty(r.valid)
                  and (d.case_id is not null or lower(r.known) = p.recorded_at)
                """;
    }
}
