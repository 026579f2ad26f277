package org.refocusrecord.command.door;

import org.refocusrecord.eventlog.ReceiptJson;
import org.refocusrecord.web.openapi.AnswerDescription;
import org.refocusrecord.web.openapi.BodyDescription;
import org.refocusrecord.web.openapi.EndpointDescription;
import org.refocusrecord.web.openapi.EndpointDescriptions;
import org.refocusrecord.web.problem.ProblemCode;

import java.util.Arrays;
import java.util.List;
import java.util.stream.Stream;

/** What the doors for commands offer, for the OpenAPI document. */
public final class CommandEndpoints implements EndpointDescriptions {

    @Override
    public List<EndpointDescription> endpoints() {
        return Stream.concat(
                        Arrays.stream(Post.values()).map(CommandEndpoints::described),
                        receipts().stream())
                .toList();
    }

    private static EndpointDescription described(Post post) {
        Class<?> receipt =
                post == Post.SESSION ? ReceiptJson.OfSession.class : ReceiptJson.OfCommand.class;
        return EndpointDescription.post(post.path(), post.summary())
                .roles(post.who().names())
                .headers("If-Match")
                .takes(new BodyDescription.OfCommand(post.command(), post.ofPath()))
                .answers(
                        AnswerDescription.json(201, "Recorded: the receipt.", receipt)
                                .headers("Location", "ETag"))
                .answers(
                        AnswerDescription.json(200, "Recorded before: the same receipt.", receipt)
                                .headers("Location", "ETag", "Repeated"))
                .problems(PostProblems.of(post));
    }

    private static List<EndpointDescription> receipts() {
        return List.of(
                receipt(
                        "sessions",
                        "The receipt of a session.",
                        ReceiptJson.OfSession.class,
                        ProblemCode.SESSION_UNKNOWN),
                receipt(
                        "commands",
                        "The receipt of a command.",
                        ReceiptJson.OfCommand.class,
                        ProblemCode.COMMAND_UNKNOWN));
    }

    private static EndpointDescription receipt(
            String of, String summary, Class<?> receipt, ProblemCode unknown) {
        return EndpointDescription.get("/api/v1/" + of + "/{id}/receipt", summary)
                .query(ReceiptController.QUERY)
                .answers(AnswerDescription.json(200, "The receipt.", receipt))
                .problems(unknown);
    }
}
