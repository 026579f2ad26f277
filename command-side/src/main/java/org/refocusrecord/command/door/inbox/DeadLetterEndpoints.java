package org.refocusrecord.command.door.inbox;

import org.refocusrecord.web.openapi.AnswerDescription;
import org.refocusrecord.web.openapi.EndpointDescription;
import org.refocusrecord.web.openapi.EndpointDescriptions;
import org.refocusrecord.web.problem.ProblemCode;

import java.util.List;

/** What the door for dead letters offers, for the OpenAPI document. */
public final class DeadLetterEndpoints implements EndpointDescriptions {

    private static final String PATH = "/api/v1/dead-letters";
    private static final String WHOSE = "Of an administrator of all trusts.";

    @Override
    public List<EndpointDescription> endpoints() {
        return List.of(
                EndpointDescription.get(PATH, "Records of Kafka's that could not be read. " + WHOSE)
                        .roles("ADMIN")
                        .query(DeadLetterController.LIST)
                        .answers(
                                AnswerDescription.json(
                                        200, "A page of them.", DeadLetterController.Page.class))
                        .problems(ProblemCode.KAFKA_NOT_REACHABLE),
                EndpointDescription.get(PATH + "/{id}", "One of them. " + WHOSE)
                        .roles("ADMIN")
                        .answers(
                                AnswerDescription.json(
                                        200,
                                        "What it is, and nothing that was said in it.",
                                        DeadLetterDesk.Shown.class))
                        .problems(ProblemCode.DEAD_LETTER_UNKNOWN, ProblemCode.KAFKA_NOT_REACHABLE),
                EndpointDescription.post(
                                PATH + "/retry",
                                "Sends those of a page again that were not yet, as they came, to"
                                        + " where they came. "
                                        + WHOSE)
                        .roles("ADMIN")
                        .query(DeadLetterController.RETRY)
                        .answers(
                                AnswerDescription.json(
                                        200,
                                        "Those that the brokers have are told, and those that were"
                                                + " left: not to be had any more, or not taken by"
                                                + " the topic they came from. Outcomes of those"
                                                + " that were sent come as any others'.",
                                        DeadLetterController.Retried.class))
                        .problems(ProblemCode.KAFKA_NOT_REACHABLE),
                EndpointDescription.post(
                                PATH + "/{id}/retry",
                                "Sends one again, as it came, to where it came. " + WHOSE)
                        .roles("ADMIN")
                        .answers(
                                AnswerDescription.json(
                                        200,
                                        "It was sent; its outcome comes as any other's.",
                                        DeadLetterDesk.Shown.class))
                        .problems(
                                ProblemCode.DEAD_LETTER_UNKNOWN,
                                ProblemCode.DEAD_LETTER_NOT_TAKEN,
                                ProblemCode.KAFKA_NOT_REACHABLE));
    }
}
