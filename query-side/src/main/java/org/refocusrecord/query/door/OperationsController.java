package org.refocusrecord.query.door;

import jakarta.servlet.http.HttpServletRequest;

import org.refocusrecord.eventlog.LogReads;
import org.refocusrecord.query.projection.Parked;
import org.refocusrecord.query.projection.Projections;
import org.refocusrecord.security.Caller;
import org.refocusrecord.web.problem.ProblemCode;
import org.refocusrecord.web.problem.ProblemException;
import org.refocusrecord.web.query.Queries;
import org.refocusrecord.web.query.QueryParameter;
import org.refocusrecord.web.query.QueryValues;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;

import java.util.List;
import java.util.Set;

/** What administrators look after: how views are doing, and what waits. */
@RestController
@RequestMapping("/api/v1")
public final class OperationsController {

    static final Queries PROJECTIONS = Queries.of("/projections", QueryParameter.MIN_POSITION);
    static final Queries PARKED = Queries.of("/parked", QueryParameter.MIN_POSITION);

    /** A post takes no parameters: one that is sent all the same would change nothing. */
    private static final Queries NONE = Queries.of("");

    private final Projections projections;
    private final StreamTrusts trusts;
    private final ReadPoints points;
    private final ViewPoints views;

    /** Looks after these views. */
    public OperationsController(
            Projections projections, LogReads log, ReadPoints points, ViewPoints views) {
        this.projections = projections;
        this.trusts = new StreamTrusts(log);
        this.points = points;
        this.views = views;
    }

    /** How the views are doing. */
    @GetMapping("/projections")
    public ResponseEntity<byte[]> projections(Caller caller, HttpServletRequest request) {
        Readership.OPERATIONS.require(caller);
        long position = points.of(points.query(PROJECTIONS, request)).position();
        return views.answerOfNobody(projections.status(), position);
    }

    /** What waits because an event could not be applied. */
    @GetMapping("/parked")
    public ResponseEntity<byte[]> parked(Caller caller, HttpServletRequest request) {
        Readership.OPERATIONS.require(caller);
        QueryValues query = views.query(PARKED, request, projections.moving());
        List<Parked> all = projections.parked();
        Set<String> own = trusts.of(caller.trust(), all.stream().map(Parked::stream).toList());
        List<Parked> parked = all.stream().filter(each -> own.contains(each.stream())).toList();
        return views.answerOfNobody(parked, points.of(query).position());
    }

    /** Lets a view stay where it is. */
    @PostMapping("/projections/{name}/pause")
    public ResponseEntity<byte[]> pause(
            @PathVariable String name, Caller caller, HttpServletRequest request) {
        Readership.OPERATIONS.require(caller);
        points.query(NONE, request);
        return known(projections.pause(name));
    }

    /** Lets a view move again. */
    @PostMapping("/projections/{name}/resume")
    public ResponseEntity<byte[]> resume(
            @PathVariable String name, Caller caller, HttpServletRequest request) {
        Readership.OPERATIONS.require(caller);
        points.query(NONE, request);
        return known(projections.resume(name));
    }

    private ResponseEntity<byte[]> known(boolean found) {
        if (!found) {
            throw new ProblemException(ProblemCode.PROJECTION_UNKNOWN);
        }
        return views.answerOfNobody(projections.status(), points.head());
    }
}
