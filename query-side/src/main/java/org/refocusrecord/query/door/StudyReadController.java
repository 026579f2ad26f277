package org.refocusrecord.query.door;

import jakarta.servlet.http.HttpServletRequest;

import org.jspecify.annotations.Nullable;
import org.refocusrecord.eventlog.LogReads;
import org.refocusrecord.eventlog.RecordedEvent;
import org.refocusrecord.events.JsonText;
import org.refocusrecord.events.StudyId;
import org.refocusrecord.events.study.DefinitionPublished;
import org.refocusrecord.events.study.StudyRegistered;
import org.refocusrecord.query.projection.ReadPoint;
import org.refocusrecord.query.study.StudyNow;
import org.refocusrecord.query.team.Teams;
import org.refocusrecord.security.Caller;
import org.refocusrecord.web.problem.ProblemCode;
import org.refocusrecord.web.problem.ProblemException;
import org.refocusrecord.web.query.PathIds;
import org.refocusrecord.web.query.Queries;
import org.refocusrecord.web.query.QueryParameter;
import org.refocusrecord.web.query.QueryValues;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;

import java.time.LocalDate;
import java.util.List;

/** Studies: which teams they have, and what was published for them. */
@RestController
@RequestMapping("/api/v1/studies/{id}")
public final class StudyReadController {

    static final Queries QUERY = Queries.of("/studies/{id}", QueryParameter.MIN_POSITION);

    private final LogReads log;
    private final Teams teams;
    private final ReadPoints points;
    private final ViewPoints views;

    /** Reads studies. */
    public StudyReadController(LogReads log, Teams teams, ReadPoints points, ViewPoints views) {
        this.log = log;
        this.teams = teams;
        this.points = points;
        this.views = views;
    }

    /** A study; what is told by its registration is null while that is in error. */
    record Study(
            StudyId studyId,
            @Nullable String name,
            @Nullable LocalDate startsOn,
            List<Teams.Allocated> teams,
            List<Definition> definitions) {}

    /** A definition that was published; it is never overwritten. */
    record Definition(String name, String version, JsonText definition) {}

    /** One study. */
    @GetMapping
    public ResponseEntity<byte[]> study(
            @PathVariable String id, Caller caller, HttpServletRequest request) {
        Readership.AT_WORK.require(caller);
        QueryValues query = points.query(QUERY, request);
        StudyId studyId = PathIds.of(id, StudyId::new, ProblemCode.STUDY_UNKNOWN);
        ReadPoint point = points.of(query);
        List<RecordedEvent> stream = log.stream("study/" + studyId);
        if (stream.isEmpty()) {
            throw new ProblemException(ProblemCode.STUDY_UNKNOWN);
        }
        StudyNow now = StudyNow.of(stream);
        StudyRegistered registered = now.first(StudyRegistered.class);
        views.await(Teams.VIEWS, point.position());
        return views.answerOfNobody(
                new Study(
                        studyId,
                        registered == null ? null : registered.name(),
                        registered == null ? null : registered.startsOn(),
                        teams.allocatedTo(studyId),
                        definitions(now)),
                point.position());
    }

    private static List<Definition> definitions(StudyNow now) {
        return now.all(DefinitionPublished.class).stream()
                .map(d -> new Definition(d.name(), d.version(), d.definition()))
                .toList();
    }
}
