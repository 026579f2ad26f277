package org.refocusrecord.bench;

import org.refocusrecord.bench.EntryBodies.Body;
import org.refocusrecord.eventlog.EventLog;
import org.refocusrecord.eventlog.RecordedEvent;
import org.refocusrecord.events.CaseId;
import org.refocusrecord.security.Role;
import org.refocusrecord.security.TokenRequest;

import tools.jackson.databind.json.JsonMapper;

import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;

/**
 * People of one team of whom years were told, recorded by one import as they would have come in:
 * one thing of each of them after the other.
 *
 * @param cast their team and worker
 * @param recorded the people
 */
record People(Cast cast, List<Recorded> recorded) {

    private static final JsonMapper JSON = JsonMapper.shared();

    /** One of them, and when what was told was recorded. */
    record Recorded(CaseId caseId, List<Told> told, Map<UUID, Instant> at) {

        Instant recordedAt(Told one) {
            Instant then = at.get(one.id());
            if (then == null) {
                throw new IllegalStateException("never recorded: " + one.id());
            }
            return then;
        }

        /** When half of it was recorded. */
        Instant halfway() {
            return recordedAt(told.get(told.size() / 2));
        }

        /** In the middle of what happened. */
        LocalDate pastDay() {
            List<Instant> meetings =
                    told.stream()
                            .map(Told::saying)
                            .filter(Told.Met.class::isInstance)
                            .map(saying -> ((Told.Met) saying).at())
                            .sorted()
                            .toList();
            return LocalDate.ofInstant(meetings.get(meetings.size() / 2), PastPlan.ZONE);
        }
    }

    /** So many people with so many events each. */
    static People recorded(Product product, Cast cast, int many, int events) throws Exception {
        register(product, cast);
        List<YearsOfCare> years = new ArrayList<>();
        for (int person = 0; person < many; person++) {
            years.add(YearsOfCare.of(cast, events, person));
        }
        bring(product, cast, years);
        EventLog log = product.part(EventLog.class);
        return new People(cast, years.stream().map(one -> looked(log, one)).toList());
    }

    /** A team and its worker. */
    static void register(Product product, Cast cast) throws Exception {
        Door admin = Door.of(product, TokenRequest.of(Role.ADMIN).trust(cast.trust()));
        admin.post("/teams", Json.team(cast));
        Body joined =
                new Body()
                        .with("commandId", cast.ids().next().toString())
                        .with("workerId", cast.worker().toString())
                        .with("change", "JOINED")
                        .with("on", "2010-06-01");
        admin.post("/teams/" + cast.team() + "/staff", JSON.writeValueAsString(joined));
    }

    private static void bring(Product product, Cast cast, List<YearsOfCare> years)
            throws Exception {
        StringBuilder lines = new StringBuilder();
        int many = 0;
        boolean more = true;
        for (int next = 0; more; next++) {
            more = false;
            for (YearsOfCare one : years) {
                if (next < one.told().size()) {
                    more = true;
                    many++;
                    lines.append(line(one.told().get(next))).append('\n');
                }
            }
        }
        Door door =
                Door.of(
                        product,
                        TokenRequest.of(Role.CLINICAL_SYSTEM)
                                .trust(cast.trust())
                                .subject("bench:history"));
        String answer = door.brought(lines.toString().getBytes(StandardCharsets.UTF_8));
        long recorded =
                answer.lines().filter(line -> line.contains("\"outcome\":\"RECORDED\"")).count();
        if (recorded != many) {
            throw new IllegalStateException(
                    "%d of %d lines: %s"
                            .formatted(
                                    recorded,
                                    many,
                                    answer.lines()
                                            .filter(line -> !line.contains("RECORDED"))
                                            .findFirst()));
        }
    }

    private static String line(Told told) {
        return JSON.writeValueAsString(
                new Body().with("command", told.command()).with("body", told.body()));
    }

    private static Recorded looked(EventLog log, YearsOfCare years) {
        Map<UUID, Instant> at = new HashMap<>();
        for (RecordedEvent event : log.stream("case/" + years.caseId())) {
            at.put(event.commandId().value(), event.recordedAt());
        }
        return new Recorded(years.caseId(), years.told(), at);
    }

    /** Their plans, asked for by one of the clocks. */
    List<PastPlan> plans(PastPlan.Clock clock) {
        return recorded.stream()
                .map(person ->
                        switch (clock) {
                            case LATEST -> new PastPlan(person.caseId(), null, null);
                            case AS_OF -> new PastPlan(person.caseId(), person.pastDay(), null);
                            case AS_KNOWN ->
                                    new PastPlan(
                                            person.caseId(), person.pastDay(), person.halfway());
                        })
                .toList();
    }
}
