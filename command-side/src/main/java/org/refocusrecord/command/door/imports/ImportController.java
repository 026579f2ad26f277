package org.refocusrecord.command.door.imports;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;

import org.jspecify.annotations.Nullable;
import org.refocusrecord.command.door.CommandSettings;
import org.refocusrecord.command.door.NamedPosts;
import org.refocusrecord.security.Caller;
import org.refocusrecord.web.problem.ProblemCode;
import org.refocusrecord.web.problem.ProblemException;
import org.refocusrecord.web.problem.Problems;
import org.refocusrecord.web.query.Queries;
import org.refocusrecord.web.query.QueryClock;
import org.springframework.http.InvalidMediaTypeException;
import org.springframework.http.MediaType;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RestController;

import java.io.IOException;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;

/** Takes history in bulk. */
@RestController
public final class ImportController {

    private static final Queries NO_QUERY = Queries.of("");

    private final NamedPosts posts;
    private final Problems problems;
    private final Duration patience;

    /** Into these posts. */
    public ImportController(NamedPosts posts, Problems problems, CommandSettings settings) {
        this.posts = posts;
        this.problems = problems;
        this.patience = settings.importPatience();
    }

    /** Records a command a line and answers an outcome a line, while lines still come. */
    @PostMapping("/api/v1/imports")
    public void lines(Caller caller, HttpServletRequest request, HttpServletResponse response)
            throws IOException {
        caller.require(NamedPosts.roles());
        NO_QUERY.read(request, new QueryClock(Instant.EPOCH, ZoneOffset.UTC));
        if (!isOfLines(request.getContentType())) {
            throw new ProblemException(ProblemCode.BODY_NOT_JSON);
        }
        response.setContentType(MediaType.APPLICATION_NDJSON_VALUE);
        new ImportRun(new Recording(posts, problems, caller, patience), response.getOutputStream())
                .run(request.getInputStream());
    }

    private static boolean isOfLines(@Nullable String contentType) {
        try {
            return contentType != null
                    && MediaType.parseMediaType(contentType)
                            .equalsTypeAndSubtype(MediaType.APPLICATION_NDJSON);
        } catch (InvalidMediaTypeException unreadable) {
            return false;
        }
    }
}
