package org.refocusrecord.query.door;

import jakarta.servlet.http.HttpServletRequest;

import org.jspecify.annotations.Nullable;
import org.refocusrecord.eventlog.LogReads;
import org.refocusrecord.query.projection.Difference;
import org.refocusrecord.query.projection.ProjectionStatus;
import org.refocusrecord.query.projection.Projections;
import org.refocusrecord.query.projection.RebuildStatus;
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
import java.util.function.BooleanSupplier;
import java.util.function.Predicate;

/**
 * How views are doing, and what administrators do with them. To say again what is already so is no
 * error: each answers with how all views are then.
 */
@RestController
@RequestMapping("/api/v1/projections")
public final class ProjectionsController {

    static final Queries LIST = Queries.of("/projections", QueryParameter.MIN_POSITION);

    /** A post takes no parameters: one that is sent all the same would change nothing. */
    static final Queries NONE = Queries.of("");

    /** What is to stay where it is. */
    enum Side {
        REBUILD
    }

    static final QueryParameter<Side> OF =
            QueryParameter.code(
                    "of",
                    "REBUILD: nothing but a rebuild, and nothing at all where none is under way. If"
                            + " left out the rebuild, and where none is under way the view.",
                    Side.class);

    static final Queries PAUSE = Queries.of("/projections/{name}/pause", OF);

    private final Projections projections;
    private final StreamTrusts trusts;
    private final ReadPoints points;
    private final ViewPoints views;

    /** Looks after these views. */
    public ProjectionsController(
            Projections projections, LogReads log, ReadPoints points, ViewPoints views) {
        this.projections = projections;
        this.trusts = new StreamTrusts(log);
        this.points = points;
        this.views = views;
    }

    /** How the views are doing. */
    @GetMapping
    public ResponseEntity<byte[]> list(Caller caller, HttpServletRequest request) {
        Readership.OPERATIONS.require(caller);
        return answer(caller, points.of(points.query(LIST, request)).position());
    }

    /** Lets a view stay where it is; where it is being rebuilt, the rebuild. */
    @PostMapping("/{name}/pause")
    public ResponseEntity<byte[]> pause(
            @PathVariable String name, Caller caller, HttpServletRequest request) {
        return done(
                caller,
                request,
                PAUSE,
                query ->
                        query.get(OF) == Side.REBUILD
                                ? projections.pauseRebuild(name)
                                : projections.pause(name));
    }

    /** Lets a view move again, and its rebuild. */
    @PostMapping("/{name}/resume")
    public ResponseEntity<byte[]> resume(
            @PathVariable String name, Caller caller, HttpServletRequest request) {
        return done(caller, request, () -> projections.resume(name));
    }

    /** Begins to rebuild a view beside the one that is read. */
    @PostMapping("/{name}/rebuild")
    public ResponseEntity<byte[]> rebuild(
            @PathVariable String name, Caller caller, HttpServletRequest request) {
        return done(caller, request, () -> projections.rebuild(name, caller.sub()));
    }

    /** Drops what was rebuilt. */
    @PostMapping("/{name}/cancel")
    public ResponseEntity<byte[]> cancel(
            @PathVariable String name, Caller caller, HttpServletRequest request) {
        return done(caller, request, () -> projections.cancel(name, caller.sub()));
    }

    /**
     * Lets what was rebuilt go live though it differs, after it was told how: to whoever
     * administrates all trusts, since others are not shown all of it.
     */
    @PostMapping("/{name}/accept")
    public ResponseEntity<byte[]> accept(
            @PathVariable String name, Caller caller, HttpServletRequest request) {
        caller.requireAdministratorOfAllTrusts();
        return done(caller, request, () -> projections.accept(name, caller.sub()));
    }

    private ResponseEntity<byte[]> done(
            Caller caller, HttpServletRequest request, BooleanSupplier deed) {
        return done(caller, request, NONE, _ -> deed.getAsBoolean());
    }

    /** Does something to a view; the deed says false if there is no such view. */
    private ResponseEntity<byte[]> done(
            Caller caller,
            HttpServletRequest request,
            Queries queries,
            Predicate<QueryValues> deed) {
        Readership.OPERATIONS.require(caller);
        if (!deed.test(points.query(queries, request))) {
            throw new ProblemException(ProblemCode.PROJECTION_UNKNOWN);
        }
        return answer(caller, points.head());
    }

    private ResponseEntity<byte[]> answer(Caller caller, long position) {
        List<ProjectionStatus> all =
                projections.status().stream().map(view -> own(view, caller.trust())).toList();
        return views.answerOfNobody(all, position);
    }

    /** Cases of other trusts are none of the caller's business. */
    private ProjectionStatus own(ProjectionStatus view, @Nullable String trust) {
        RebuildStatus rebuild = view.rebuild();
        if (rebuild == null || trust == null) {
            return view;
        }
        List<String> streams = rebuild.differs().stream().map(Difference::stream).toList();
        Set<String> own = trusts.of(trust, streams);
        Predicate<Difference> isOwn = difference -> own.contains(difference.stream());
        return view.with(rebuild.differing(rebuild.differs().stream().filter(isOwn).toList()));
    }
}
