package org.refocusrecord.query.door;

import jakarta.servlet.http.HttpServletRequest;

import org.jspecify.annotations.Nullable;
import org.refocusrecord.eventlog.RecordedEvent;
import org.refocusrecord.events.CaseId;
import org.refocusrecord.events.CommandId;
import org.refocusrecord.events.Event;
import org.refocusrecord.events.EventId;
import org.refocusrecord.events.Person;
import org.refocusrecord.events.ServiceUserId;
import org.refocusrecord.events.TeamId;
import org.refocusrecord.events.shape.EventShape;
import org.refocusrecord.query.projection.ReadPoint;
import org.refocusrecord.query.record.CaseSummary;
import org.refocusrecord.query.record.TeamStay;
import org.refocusrecord.security.Caller;
import org.refocusrecord.security.Purpose;
import org.refocusrecord.web.problem.ProblemCode;
import org.refocusrecord.web.query.IfMatch;
import org.refocusrecord.web.query.PathIds;
import org.refocusrecord.web.query.Queries;
import org.refocusrecord.web.query.QueryParameter;
import org.refocusrecord.web.query.QueryValues;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;

import java.time.Instant;
import java.time.LocalDate;
import java.util.List;

/** One case: in a few facts, and event by event. */
@RestController
@RequestMapping("/api/v1/cases/{id}")
public final class CaseReadController {

    private static final int MOST = 1_000_000_000;

    static final QueryParameter<Integer> AFTER =
            QueryParameter.number("after", "The events after this sequence.", 0, MOST);

    static final Queries SUMMARY = Queries.of("/cases/{id}", QueryParameter.MIN_POSITION);

    static final Queries EVENTS =
            Queries.of(
                    "/cases/{id}/events", AFTER, QueryParameter.LIMIT, QueryParameter.MIN_POSITION);

    private final CaseReads cases;
    private final ReadPoints points;

    /** Reads cases. */
    public CaseReadController(CaseReads cases, ReadPoints points) {
        this.cases = cases;
        this.points = points;
    }

    /** A case as it is listed, with its teams. */
    record Summary(
            CaseId caseId,
            ServiceUserId serviceUserId,
            @Nullable TeamId teamId,
            @Nullable Person careCoordinator,
            @Nullable LocalDate openedOn,
            CaseSummary.State state,
            @Nullable Instant lastSessionAt,
            long version,
            List<TeamStay> teams) {}

    /** One event, as it is stored but for its texts. */
    record Shown(
            EventId eventId,
            String type,
            int revision,
            long sequence,
            long position,
            Instant occurredAt,
            Instant recordedAt,
            String postedBy,
            Person recordedBy,
            CommandId commandId,
            Event payload) {

        static Shown of(RecordedEvent event) {
            EventShape shape = EventShape.of(event.event());
            return new Shown(
                    event.eventId(),
                    shape.name().name(),
                    shape.name().revision(),
                    event.sequence(),
                    event.position(),
                    event.occurredAt(),
                    event.recordedAt(),
                    event.postedBy(),
                    event.recordedBy(),
                    event.commandId(),
                    event.event());
        }
    }

    /** A page of events; {@code next} is the sequence to ask for after, null at the end. */
    record Page(List<Shown> events, @Nullable Long next) {}

    /** The case in a few facts. */
    @GetMapping
    public ResponseEntity<byte[]> summary(
            @PathVariable String id,
            Caller caller,
            @Nullable Purpose purpose,
            HttpServletRequest request) {
        CaseReads.requireReader(caller);
        CaseId caseId = PathIds.of(id, CaseId::new, ProblemCode.CASE_UNKNOWN);
        ReadPoint point = points.of(points.query(SUMMARY, request));
        CaseReads.OpenCase open = cases.open(caller, purpose, caseId, ProblemCode.CASE_UNKNOWN);
        CaseSummary summary = CaseSummary.of(open.at(point), point.day());
        Summary shown =
                new Summary(
                        summary.caseId(),
                        summary.serviceUserId(),
                        summary.teamId(),
                        summary.careCoordinator(),
                        summary.openedOn(),
                        summary.state(),
                        summary.lastSessionAt(),
                        summary.version(),
                        summary.teams());
        return ResponseEntity.ok()
                .contentType(MediaType.APPLICATION_JSON)
                .header("X-Position", Long.toString(point.position()))
                .eTag(IfMatch.etag(summary.version()))
                .body(ViewJson.bytes(shown, cases.sight(open), false));
    }

    /** The events of the case. */
    @GetMapping("/events")
    public ResponseEntity<byte[]> events(
            @PathVariable String id,
            Caller caller,
            @Nullable Purpose purpose,
            HttpServletRequest request) {
        CaseReads.requireReader(caller);
        CaseId caseId = PathIds.of(id, CaseId::new, ProblemCode.CASE_UNKNOWN);
        QueryValues query = points.query(EVENTS, request);
        ReadPoint point = points.of(query);
        CaseReads.OpenCase open = cases.open(caller, purpose, caseId, ProblemCode.CASE_UNKNOWN);
        Integer asked = query.get(AFTER);
        long after = asked == null ? -1 : asked;
        List<Shown> shown =
                open.stream().stream()
                        .filter(event -> event.sequence() > after)
                        .limit(query.limit())
                        .map(Shown::of)
                        .toList();
        long last = shown.isEmpty() ? after : shown.getLast().sequence();
        Long next = last < open.stream().getLast().sequence() ? last : null;
        return Answered.json(
                ViewJson.bytes(new Page(shown, next), cases.sight(open), true), point.position());
    }
}
