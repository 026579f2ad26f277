package org.refocusrecord.bench;

import org.jspecify.annotations.Nullable;
import org.refocusrecord.bench.EntryBodies.Body;
import org.refocusrecord.bench.Told.Kind;
import org.refocusrecord.bench.Told.Said;
import org.refocusrecord.events.CaseId;

import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Map;
import java.util.UUID;

/** The ways in which something is told of one person. */
final class Sayings {

    private static final String REASON = "It was written down wrongly.";

    private final Cast cast;
    private final CaseId caseId;

    Sayings(Cast cast) {
        this.cast = cast;
        this.caseId = new CaseId(cast.ids().next());
    }

    CaseId caseId() {
        return caseId;
    }

    /** An entry that brings an item. */
    Said begun(
            Kind kind, @Nullable UUID goal, String text, int number, @Nullable String responsible) {
        String status =
                switch (kind) {
                    case GOAL -> "ACTIVE";
                    case STEP -> "PLANNED";
                    case ACTION -> null;
                };
        UUID item = cast.ids().next();
        return new Said(
                cast.ids().next(), item, kind, goal, text.formatted(number), status, responsible);
    }

    /** An entry that says how it now is with an item. */
    Said now(Said of, String status) {
        return new Said(cast.ids().next(), of.item(), of.kind(), null, null, status, null);
    }

    /** An entry that says with whom an item now rests. */
    Said shared(Said of, String responsible) {
        return new Said(cast.ids().next(), of.item(), of.kind(), null, null, null, responsible);
    }

    Told opened(Instant first) {
        UUID id = cast.ids().next();
        Body body =
                command(id)
                        .with("serviceUserId", cast.ids().next().toString())
                        .with("trust", cast.trust())
                        .with("teamId", cast.team().toString())
                        .with("careCoordinatorId", cast.worker().toString())
                        .with("openedOn", day(first).minusDays(7).toString())
                        .with("recordedBy", staff());
        return new Told("case", id, body, 1, new Told.Nothing());
    }

    Told crisisPlan(Instant at) {
        UUID id = cast.ids().next();
        Body body =
                command(id)
                        .with("exists", true)
                        .with("on", day(at).toString())
                        .with("recordedBy", staff());
        return new Told("crisis-plan", id, body, 1, new Told.Nothing());
    }

    /** A meeting that was written down within the hour. */
    Told met(Instant at, List<Said> entries) {
        return met(at, at.plus(1, ChronoUnit.HOURS), entries);
    }

    /** A meeting that was written down after ten days. */
    Told late(Instant at, List<Said> entries) {
        Told met = met(at, at.plus(10, ChronoUnit.DAYS), entries);
        Body body = new Body();
        body.putAll(met.body());
        return new Told(
                met.command(),
                met.id(),
                body.with("lateReason", "The notes had been left in the car."),
                met.events(),
                met.saying());
    }

    private Told met(Instant at, Instant written, List<Said> entries) {
        UUID id = cast.ids().next();
        Body body =
                header(at, written)
                        .with("sessionId", id.toString())
                        .with("entries", entries.stream().map(EntryBodies::of).toList());
        return new Told("session", id, body, 1 + entries.size(), new Told.Met(id, at, entries));
    }

    private Body header(Instant at, Instant written) {
        return new Body()
                .with("caseId", caseId.toString())
                .with("occurredAt", at.toString())
                .with("minutes", 50)
                .with("setting", "HOME")
                .with("participants", List.of(Map.of("party", "SERVICE_USER"), staff()))
                .with("recordedBy", staff())
                .with("firstRecordedAt", written.toString());
    }

    /** What a goal was said to be should read otherwise. */
    Told amended(Said first, int number) {
        Said now =
                new Said(
                        first.entry(),
                        first.item(),
                        first.kind(),
                        first.goal(),
                        "Goal %d: to the allotment, by bus".formatted(number),
                        first.status(),
                        first.responsible());
        return corrected(first.entry(), EntryBodies.of(now), new Told.Amended(first.entry(), now));
    }

    /** A meeting took place at another time. */
    Told moved(Told met, Instant at) {
        return corrected(
                met.id(), header(at, at.plus(1, ChronoUnit.HOURS)), new Told.Moved(met.id(), at));
    }

    Told inError(UUID session) {
        return corrected(session, null, new Told.InError(session));
    }

    private Told corrected(
            UUID target, @Nullable Map<String, Object> replacement, Told.Saying saying) {
        UUID id = cast.ids().next();
        Body body =
                command(id)
                        .with("target", target.toString())
                        .with("kind", replacement == null ? "ENTERED_IN_ERROR" : "AMENDED")
                        .with("because", "MISTAKE")
                        .with("reason", REASON)
                        .with("recordedBy", staff());
        if (replacement != null) {
            body.with("replacement", replacement);
        }
        return new Told("correction", id, body, 1, saying);
    }

    private Body command(UUID id) {
        return new Body().with("commandId", id.toString()).with("caseId", caseId.toString());
    }

    private Map<String, String> staff() {
        return Map.of("party", "STAFF", "id", cast.worker().toString());
    }

    private static LocalDate day(Instant at) {
        return LocalDate.ofInstant(at, ZoneOffset.UTC);
    }
}
