package org.refocusrecord.query.door;

import jakarta.servlet.http.HttpServletRequest;

import org.refocusrecord.eventlog.LogReads;
import org.refocusrecord.events.CaseId;
import org.refocusrecord.query.projection.Parked;
import org.refocusrecord.query.projection.Projections;
import org.refocusrecord.security.Caller;
import org.refocusrecord.web.problem.ProblemCode;
import org.refocusrecord.web.query.PathIds;
import org.refocusrecord.web.query.Queries;
import org.refocusrecord.web.query.QueryParameter;
import org.refocusrecord.web.query.QueryValues;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;

import java.util.ArrayList;
import java.util.List;
import java.util.Set;

/** What waits because an event could not be applied, and another try at it. */
@RestController
@RequestMapping("/api/v1/parked")
public final class ParkedController {

    static final Queries LIST = Queries.of("/parked", QueryParameter.MIN_POSITION);

    private static final Logger LOG = LoggerFactory.getLogger(ParkedController.class);

    private final Projections projections;
    private final StreamTrusts trusts;
    private final ReadPoints points;
    private final ViewPoints views;

    /** Looks after what waits in these views. */
    public ParkedController(
            Projections projections, LogReads log, ReadPoints points, ViewPoints views) {
        this.projections = projections;
        this.trusts = new StreamTrusts(log);
        this.points = points;
        this.views = views;
    }

    /** What waits because an event could not be applied. */
    @GetMapping
    public ResponseEntity<byte[]> list(Caller caller, HttpServletRequest request) {
        Readership.OPERATIONS.require(caller);
        QueryValues query = views.query(LIST, request, projections.moving());
        return views.answerOfNobody(own(caller), points.of(query).position());
    }

    private List<Parked> own(Caller caller) {
        List<Parked> all = projections.parked();
        Set<String> own = trusts.of(caller.trust(), all.stream().map(Parked::stream).toList());
        return all.stream().filter(each -> own.contains(each.stream())).toList();
    }

    /**
     * Applies what waits of a case, a team or a study with the present code; answers with what
     * still waits of it. Nothing waits of what is not parked.
     */
    @PostMapping("/{caseId}/release")
    public ResponseEntity<byte[]> release(
            @PathVariable String caseId, Caller caller, HttpServletRequest request) {
        Readership.OPERATIONS.require(caller);
        points.query(ProjectionsController.NONE, request);
        CaseId id = PathIds.of(caseId, CaseId::new, ProblemCode.CASE_UNKNOWN);
        List<String> streams =
                own(caller).stream()
                        .map(Parked::stream)
                        .filter(stream -> stream.endsWith("/" + id))
                        .distinct()
                        .toList();
        List<Parked> left = new ArrayList<>();
        for (String stream : streams) {
            List<Parked> waiting = projections.release(stream);
            left.addAll(waiting);
            LOG.info("{} was released; {} views cannot apply it yet", stream, waiting.size());
        }
        return views.answerOfNobody(left, points.head());
    }
}
