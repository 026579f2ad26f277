package org.refocusrecord.query.evidence;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;

import org.jspecify.annotations.Nullable;
import org.refocusrecord.eventlog.LogReads;
import org.refocusrecord.eventlog.RecordedEvent;
import org.refocusrecord.eventlog.seal.Sealed;
import org.refocusrecord.eventlog.seal.Sealer;
import org.refocusrecord.events.CaseId;
import org.refocusrecord.query.access.Asking;
import org.refocusrecord.query.access.What;
import org.refocusrecord.query.careplan.CarePlan;
import org.refocusrecord.query.careplan.Include;
import org.refocusrecord.query.door.CaseReads;
import org.refocusrecord.query.door.CaseReads.OpenCase;
import org.refocusrecord.query.door.ReadPoints;
import org.refocusrecord.query.door.ReadSettings;
import org.refocusrecord.query.door.Readership;
import org.refocusrecord.query.door.ViewJson;
import org.refocusrecord.query.history.Line;
import org.refocusrecord.query.notices.CaseNotices;
import org.refocusrecord.query.projection.ReadPoint;
import org.refocusrecord.security.Caller;
import org.refocusrecord.security.Purpose;
import org.refocusrecord.web.problem.ProblemCode;
import org.refocusrecord.web.problem.ProblemException;
import org.refocusrecord.web.query.PathIds;
import org.refocusrecord.web.query.Queries;
import org.refocusrecord.web.query.QueryParameter;
import org.refocusrecord.web.query.QueryValues;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.OptionalLong;
import java.util.function.Supplier;

/** Evidence of a case, to be checked by whoever gets it, without the service. */
@RestController
@RequestMapping("/api/v1/cases/{id}/evidence")
public final class EvidenceController {

    static final String ZIP = "application/zip";

    static final Queries QUERY = Queries.of("/cases/{id}/evidence", QueryParameter.MIN_POSITION);

    /** Erasures are approved by hand: that one follows another so often is hardly ever so. */
    private static final int ROUNDS = 3;

    private final LogReads log;
    private final Sealer sealer;
    private final Sealed sealed;
    private final CaseReads cases;
    private final ReadPoints points;
    private final Duration lateAfter;

    /** Over this log and its seal. */
    public EvidenceController(
            LogReads log,
            Sealer sealer,
            Sealed sealed,
            CaseReads cases,
            ReadPoints points,
            ReadSettings settings) {
        this.log = log;
        this.sealer = sealer;
        this.sealed = sealed;
        this.cases = cases;
        this.points = points;
        this.lateAfter = settings.lateAfter();
    }

    /**
     * The evidence. What can be refused is refused, and that it is shown is told, before the first
     * byte.
     */
    @GetMapping
    public void evidence(
            @PathVariable String id,
            Caller caller,
            @Nullable Purpose purpose,
            HttpServletRequest request,
            HttpServletResponse response)
            throws IOException {
        Readership.EVIDENCE.require(caller);
        QueryValues query = points.query(QUERY, request);
        CaseId caseId = PathIds.of(id, CaseId::new, ProblemCode.CASE_UNKNOWN);
        points.of(query);
        Asking asking = cases.asks(caller, purpose, What.EVIDENCE, query);
        CaseEvidence evidence =
                evidence(() -> cases.open(asking, caseId, ProblemCode.CASE_UNKNOWN));
        byte[] plan = plan(evidence);
        response.setContentType(ZIP);
        response.setHeader("Content-Disposition", "attachment; filename=\"evidence.zip\"");
        response.setHeader("X-Position", Long.toString(evidence.position()));
        try (EvidenceZip zip = new EvidenceZip(response.getOutputStream())) {
            zip.part(Part.EVENTS, evidence::events);
            zip.part(Part.PROOFS, evidence::proofs);
            zip.part(Part.HEADS, out -> evidence.heads(out, points.zone()));
            zip.part(Part.CHECKPOINT, out -> out.write(bytes(evidence.checkpoint())));
            zip.part(Part.KEY, out -> out.write(bytes(sealer.publicKey() + "\n")));
            zip.part(Part.DISCLOSURES, evidence::disclosures);
            zip.part(Part.PLAN, out -> out.write(plan));
        }
    }

    /**
     * What is recorded in the case while its head is noted is under that head too. Then the case is
     * opened once more, which looks anew at who may see what. An erasure that is recorded behind
     * the head takes texts at once, and so must be under the head.
     */
    private CaseEvidence evidence(Supplier<OpenCase> opening) {
        OpenCase open = opening.get();
        RecordedEvent last = open.stream().getLast();
        long through = last.position();
        for (int round = 0; round < ROUNDS; round++) {
            Sealed.Covered covered = sealer.withHeadsThrough(last.stream(), through);
            if (covered.heads().head().sequence() > open.stream().getLast().sequence()) {
                open = opening.get();
            }
            CaseEvidence evidence = new CaseEvidence(log, sealed, cases, open, covered);
            OptionalLong erased = evidence.erasedBehind();
            if (erased.isEmpty()) {
                return evidence;
            }
            through = erased.getAsLong();
        }
        throw new ProblemException(ProblemCode.VIEW_BEHIND);
    }

    /**
     * The plan of the same position: of all that was recorded up to there, and of nothing later.
     */
    private byte[] plan(CaseEvidence evidence) {
        long position = evidence.position();
        Instant knownAt = log.storedAt(position).recordedAt();
        ReadPoint point =
                new ReadPoint(null, knownAt, LocalDate.ofInstant(knownAt, points.zone()), position);
        Line line = evidence.history().as(null, knownAt);
        CarePlan plan =
                CarePlan.of(
                        line,
                        Include.LIVE,
                        CaseNotices.of(line, lateAfter, cases.rosters(point)),
                        position);
        return ViewJson.bytes(plan, evidence.sight(), false);
    }

    private static byte[] bytes(String text) {
        return text.getBytes(StandardCharsets.UTF_8);
    }
}
