package org.refocusrecord.web.server;

import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;

import org.refocusrecord.web.WebConfiguration;
import org.refocusrecord.web.problem.Problem;
import org.refocusrecord.web.problem.ProblemCode;
import org.refocusrecord.web.problem.ProblemTranslator;
import org.refocusrecord.web.reading.BodyReader;
import org.refocusrecord.web.reading.ReadingContext;
import org.refocusrecord.web.reading.ShapeReader;
import org.springframework.beans.factory.annotation.Qualifier;
import org.springframework.boot.autoconfigure.EnableAutoConfiguration;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.context.annotation.Import;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RestController;
import org.springframework.web.filter.OncePerRequestFilter;
import org.springframework.web.servlet.HandlerExceptionResolver;

import tools.jackson.databind.JsonNode;

import java.io.IOException;
import java.time.Instant;
import java.time.ZoneId;
import java.util.Map;
import java.util.UUID;

/** What a server of ours has in common, and nothing of what it is for. */
@Configuration(proxyBeanMethods = false)
@EnableAutoConfiguration
@Import(WebConfiguration.class)
class TestServer {

    /** A refusal of a module that does not know of problems. */
    static final class RefusedElsewhere extends RuntimeException {
        RefusedElsewhere() {
            super("approval.same-person");
        }
    }

    @Bean
    ProblemTranslator translator() {
        return thrown ->
                thrown instanceof RefusedElsewhere
                        ? Problem.of(ProblemCode.APPROVAL_SAME_PERSON)
                        : null;
    }

    @Bean
    OncePerRequestFilter failingFilter(
            @Qualifier("handlerExceptionResolver") HandlerExceptionResolver answers) {
        return new OncePerRequestFilter() {
            @Override
            protected void doFilterInternal(
                    HttpServletRequest request, HttpServletResponse response, FilterChain chain)
                    throws ServletException, IOException {
                switch (request.getRequestURI()) {
                    case "/filter/fault" -> throw new IllegalStateException("a secret");
                    case "/filter/refused" -> {
                        response.setHeader("WWW-Authenticate", "Bearer");
                        answers.resolveException(request, response, null, new RefusedElsewhere());
                    }
                    case "/filter/busy" -> response.sendError(503, "a secret");
                    default -> chain.doFilter(request, response);
                }
            }
        };
    }

    @RestController
    static final class Doors {
        private final ShapeReader reader = new ShapeReader(JsonNode::toString);

        @PostMapping("/sessions")
        Map<String, Object> session(HttpServletRequest request) {
            ReadingContext context =
                    ReadingContext.at(
                            Instant.parse("2012-03-20T12:00:00Z"), ZoneId.of("Europe/London"));
            var session = reader.session(BodyReader.read(request), context).orProblem();
            return Map.of(
                    "sessionId", session.held().sessionId(),
                    "occurredAt", session.held().occurredAt());
        }

        @GetMapping("/failing/{how}")
        String failing(@PathVariable String how) {
            return switch (how) {
                case "fault" -> throw new IllegalStateException("a secret");
                case "refused" -> throw new RefusedElsewhere();
                default -> how;
            };
        }

        @GetMapping("/things/{id}")
        UUID thing(@PathVariable UUID id) {
            return id;
        }

        @GetMapping("/half/{how}")
        String half(@PathVariable String how, HttpServletResponse response) throws IOException {
            response.getOutputStream().write(new byte[10]);
            response.flushBuffer();
            return failing(how);
        }
    }
}
