package org.refocusrecord.query.outbox;

import org.refocusrecord.query.door.Readership;
import org.refocusrecord.web.openapi.AnswerDescription;
import org.refocusrecord.web.openapi.EndpointDescription;
import org.refocusrecord.web.openapi.EndpointDescriptions;
import org.refocusrecord.web.problem.ProblemCode;

import java.util.List;

/** What can be asked of the outbox, for the OpenAPI document. */
public final class BackfillEndpoints implements EndpointDescriptions {

    @Override
    public List<EndpointDescription> endpoints() {
        return List.of(
                EndpointDescription.post(
                                "/api/v1/outbox/backfill",
                                "Sends events of the log to another topic, while the answer is"
                                        + " read. Of an administrator of all trusts.")
                        .roles(Readership.OPERATIONS.names())
                        .query(BackfillController.QUERY)
                        .answers(
                                AnswerDescription.lines(
                                        200,
                                        "How far it is, again and again; the last line says DONE or"
                                                + " STOPPED.",
                                        BackfillLine.class))
                        .problems(
                                ProblemCode.TOPIC_TAKEN,
                                ProblemCode.TOPIC_NOT_FRESH,
                                ProblemCode.KAFKA_NOT_REACHABLE));
    }
}
