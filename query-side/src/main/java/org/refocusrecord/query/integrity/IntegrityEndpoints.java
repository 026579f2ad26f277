package org.refocusrecord.query.integrity;

import org.refocusrecord.web.openapi.AnswerDescription;
import org.refocusrecord.web.openapi.EndpointDescription;
import org.refocusrecord.web.openapi.EndpointDescriptions;
import org.refocusrecord.web.problem.ProblemCode;
import org.refocusrecord.web.query.Queries;

import java.util.List;

/** The proofs that can be asked for, for the OpenAPI document. */
public final class IntegrityEndpoints implements EndpointDescriptions {

    @Override
    public List<EndpointDescription> endpoints() {
        return List.of(
                text(
                        "/api/v1/integrity/checkpoint",
                        "The newest checkpoint of the log, a signed note.",
                        IntegrityController.CHECKPOINT),
                text(
                        "/api/v1/integrity/public-key",
                        "The key that signs checkpoints, name+hash+base64.",
                        IntegrityController.KEY),
                open(
                                "/api/v1/integrity/consistency",
                                "That the log of one size goes on from that of another.",
                                IntegrityController.CONSISTENCY)
                        .answers(AnswerDescription.json(200, "The proof.", ConsistencyProof.class)),
                EndpointDescription.get(
                                "/api/v1/integrity/events/{eventId}/proof",
                                "That an event stands in the log.")
                        .query(IntegrityController.PROOF)
                        .headers("Purpose")
                        .answers(AnswerDescription.json(200, "The proof.", EventProof.class))
                        .problems(ProblemCode.EVENT_UNKNOWN));
    }

    private static EndpointDescription text(String path, String summary, Queries query) {
        return open(path, summary, query).answers(AnswerDescription.of(200, summary, "text/plain"));
    }

    private static EndpointDescription open(String path, String summary, Queries query) {
        return EndpointDescription.get(path, summary).openToAll().query(query);
    }
}
