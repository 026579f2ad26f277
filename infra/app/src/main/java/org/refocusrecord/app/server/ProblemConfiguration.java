package org.refocusrecord.app.server;

import org.jspecify.annotations.Nullable;
import org.refocusrecord.eventlog.store.LogNotReachable;
import org.refocusrecord.security.AccessRefused;
import org.refocusrecord.web.problem.Fault;
import org.refocusrecord.web.problem.Problem;
import org.refocusrecord.web.problem.ProblemCode;
import org.refocusrecord.web.problem.ProblemTranslator;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

import java.util.List;

/** The refusals of modules that do not know each other, as answers. */
@Configuration(proxyBeanMethods = false)
class ProblemConfiguration {

    @Bean
    ProblemTranslator accessProblems() {
        return thrown ->
                thrown instanceof AccessRefused refused
                        ? Problem.of(
                                List.of(
                                        Fault.at(
                                                refused.pointer(),
                                                ProblemCode.of(refused.code()))))
                        : null;
    }

    /** Wherever it lies beneath: commands are carried by a bus that wraps what is thrown. */
    @Bean
    ProblemTranslator logProblems() {
        return ProblemConfiguration::ofLog;
    }

    private static @Nullable Problem ofLog(Throwable thrown) {
        for (Throwable cause = thrown; cause != null; cause = cause.getCause()) {
            if (cause instanceof LogNotReachable) {
                return Problem.of(ProblemCode.LOG_NOT_REACHABLE);
            }
        }
        return null;
    }
}
