package org.refocusrecord.query.evidence;

import org.refocusrecord.query.door.Readership;
import org.refocusrecord.web.openapi.AnswerDescription;
import org.refocusrecord.web.openapi.EndpointDescription;
import org.refocusrecord.web.openapi.EndpointDescriptions;
import org.refocusrecord.web.problem.ProblemCode;

import java.util.List;

/** The evidence that can be asked for, for the OpenAPI document. */
public final class EvidenceEndpoints implements EndpointDescriptions {

    @Override
    public List<EndpointDescription> endpoints() {
        return List.of(
                EndpointDescription.get(
                                "/api/v1/cases/{id}/evidence",
                                "Evidence of a case, to be checked without the service.")
                        .roles(Readership.EVIDENCE.names())
                        .query(EvidenceController.QUERY)
                        .headers("Purpose")
                        .answers(
                                AnswerDescription.of(
                                                200,
                                                "Events, proofs, disclosed texts and the plan that"
                                                        + " they make, as a zip.",
                                                EvidenceController.ZIP)
                                        .headers("X-Position", "Content-Disposition"))
                        .problems(ProblemCode.CASE_UNKNOWN));
    }
}
