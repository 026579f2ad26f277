package org.refocusrecord.command.door.imports;

import org.refocusrecord.command.door.NamedPosts;
import org.refocusrecord.security.Role;
import org.refocusrecord.web.openapi.AnswerDescription;
import org.refocusrecord.web.openapi.BodyDescription;
import org.refocusrecord.web.openapi.EndpointDescription;
import org.refocusrecord.web.openapi.EndpointDescriptions;

import java.util.Arrays;
import java.util.List;

/** What the door for imports offers, for the OpenAPI document. */
public final class ImportEndpoints implements EndpointDescriptions {

    @Override
    public List<EndpointDescription> endpoints() {
        return List.of(
                EndpointDescription.post("/api/v1/imports", "Records history, a command a line.")
                        .roles(
                                Arrays.stream(NamedPosts.roles())
                                        .map(Role::name)
                                        .toArray(String[]::new))
                        .takes(
                                new BodyDescription.OfLines(
                                        "A line: {\"command\": NAME, \"body\": {...}}, the body as"
                                                + " it is posted alone, with the ids of the path in"
                                                + " it."))
                        .answers(
                                AnswerDescription.lines(
                                        200,
                                        "What became of each line, in order.",
                                        ImportOutcome.class)));
    }
}
