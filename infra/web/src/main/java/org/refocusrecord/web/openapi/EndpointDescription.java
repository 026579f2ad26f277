package org.refocusrecord.web.openapi;

import org.jspecify.annotations.Nullable;
import org.refocusrecord.web.problem.ProblemCode;
import org.refocusrecord.web.query.Queries;
import org.refocusrecord.web.query.QueryParameter;

import java.util.ArrayList;
import java.util.List;

/**
 * What one endpoint takes and answers, as its controller says it. Codes that every endpoint of its
 * kind may answer with (tokens, queries, bodies, faults) need not be named.
 *
 * @param method {@code GET}, {@code POST} or {@code DELETE}
 * @param path the whole path, with {@code {id}} for ids
 * @param summary one sentence
 * @param roles who may call it; empty: everybody who has a token
 * @param open whether it needs no token
 * @param query its query parameters
 * @param headers names of the request headers that it takes, beside the token
 * @param body what it takes, or null
 * @param answers what it answers when all is well
 * @param problems the codes particular to it
 */
public record EndpointDescription(
        String method,
        String path,
        String summary,
        List<String> roles,
        boolean open,
        List<QueryParameter<?>> query,
        List<String> headers,
        @Nullable BodyDescription body,
        List<AnswerDescription> answers,
        List<ProblemCode> problems) {

    /** A read. */
    public static EndpointDescription get(String path, String summary) {
        return new EndpointDescription(
                "GET", path, summary, List.of(), false, List.of(), List.of(), null, List.of(),
                List.of());
    }

    /** A write. */
    public static EndpointDescription post(String path, String summary) {
        return of("POST", get(path, summary));
    }

    /** Something is taken back. */
    public static EndpointDescription delete(String path, String summary) {
        return of("DELETE", get(path, summary));
    }

    private static EndpointDescription of(String method, EndpointDescription like) {
        return new EndpointDescription(
                method,
                like.path,
                like.summary,
                like.roles,
                like.open,
                like.query,
                like.headers,
                like.body,
                like.answers,
                like.problems);
    }

    /** For these roles. */
    public EndpointDescription roles(String... names) {
        return new EndpointDescription(
                method,
                path,
                summary,
                List.of(names),
                open,
                query,
                headers,
                body,
                answers,
                problems);
    }

    /** Without a token. */
    public EndpointDescription openToAll() {
        return new EndpointDescription(
                method, path, summary, roles, true, query, headers, body, answers, problems);
    }

    /** With these query parameters. */
    public EndpointDescription query(Queries queries) {
        return new EndpointDescription(
                method,
                path,
                summary,
                roles,
                open,
                queries.parameters(),
                headers,
                body,
                answers,
                problems);
    }

    /** With these request headers. */
    public EndpointDescription headers(String... names) {
        return new EndpointDescription(
                method, path, summary, roles, open, query, List.of(names), body, answers, problems);
    }

    /** With a body. */
    public EndpointDescription takes(BodyDescription taken) {
        return new EndpointDescription(
                method, path, summary, roles, open, query, headers, taken, answers, problems);
    }

    /** With one more answer. */
    public EndpointDescription answers(AnswerDescription answer) {
        List<AnswerDescription> more = new ArrayList<>(answers);
        more.add(answer);
        return new EndpointDescription(
                method,
                path,
                summary,
                roles,
                open,
                query,
                headers,
                body,
                List.copyOf(more),
                problems);
    }

    /** With these problems beside those of every endpoint. */
    public EndpointDescription problems(ProblemCode... codes) {
        return new EndpointDescription(
                method, path, summary, roles, open, query, headers, body, answers, List.of(codes));
    }
}
