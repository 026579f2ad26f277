package org.refocusrecord.app.server;

import org.jspecify.annotations.Nullable;
import org.refocusrecord.eventlog.LogBroken;
import org.refocusrecord.eventlog.json.PayloadUnreadable;
import org.refocusrecord.eventlog.keys.MasterKeyUnusable;
import org.refocusrecord.eventlog.seal.SealBehind;
import org.refocusrecord.eventlog.store.LogBusy;
import org.refocusrecord.eventlog.store.LogFault;
import org.refocusrecord.eventlog.store.LogNotReachable;
import org.refocusrecord.kafka.KafkaNotReachable;
import org.refocusrecord.query.access.AccessLogFull;
import org.refocusrecord.query.access.AccessNotKept;
import org.refocusrecord.query.projection.ViewBehind;
import org.refocusrecord.query.projection.ViewsNotReachable;
import org.refocusrecord.security.AccessRefused;
import org.refocusrecord.web.problem.Fault;
import org.refocusrecord.web.problem.Problem;
import org.refocusrecord.web.problem.ProblemCode;
import org.refocusrecord.web.problem.ProblemTranslator;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

import java.util.List;

/** Says what the refusals of modules that know nothing of problems are as problems. */
@Configuration(proxyBeanMethods = false)
class ProblemConfiguration {

    private static final Logger LOG = LoggerFactory.getLogger(ProblemConfiguration.class);
    private static final List<String> WAITED_TOO_LONG = List.of("57014", "55P03");

    @Bean
    ProblemTranslator accessRefusals() {
        return ProblemConfiguration::ofAccess;
    }

    @Bean
    ProblemTranslator logTroubles() {
        return ProblemConfiguration::ofLog;
    }

    @Bean
    ProblemTranslator sealTroubles() {
        return thrown -> thrown instanceof SealBehind ? Problem.of(ProblemCode.VIEW_BEHIND) : null;
    }

    @Bean
    ProblemTranslator brokerTroubles() {
        return thrown ->
                thrown instanceof KafkaNotReachable
                        ? Problem.of(ProblemCode.KAFKA_NOT_REACHABLE)
                        : null;
    }

    @Bean
    ProblemTranslator viewTroubles() {
        return ProblemConfiguration::ofViews;
    }

    @Bean
    ProblemTranslator accessTroubles() {
        return thrown ->
                thrown instanceof AccessLogFull || thrown instanceof AccessNotKept
                        ? Problem.of(ProblemCode.LOG_NOT_REACHABLE)
                        : null;
    }

    @Bean
    ProblemTranslator keyTroubles() {
        return thrown -> {
            if (thrown instanceof MasterKeyUnusable key) {
                LOG.error("a key is not held: {}", key.getMessage());
                return Problem.of(ProblemCode.KEY_NOT_HELD);
            }
            return null;
        };
    }

    @Bean
    ProblemTranslator eventTroubles() {
        return ProblemConfiguration::ofEvents;
    }

    private static @Nullable Problem ofEvents(Throwable thrown) {
        return switch (thrown) {
            case PayloadUnreadable event -> {
                LOG.error("an event cannot be read: {}", event.getMessage());
                yield Problem.of(ProblemCode.EVENT_NOT_READABLE);
            }
            case LogBroken hole -> {
                LOG.error("an event is missing: {}", hole.getMessage());
                yield Problem.of(ProblemCode.EVENT_NOT_READABLE);
            }
            default -> null;
        };
    }

    private static @Nullable Problem ofAccess(Throwable thrown) {
        return thrown instanceof AccessRefused refused
                ? Problem.of(List.of(Fault.at(refused.pointer(), ProblemCode.of(refused.code()))))
                : null;
    }

    private static @Nullable Problem ofLog(Throwable thrown) {
        if (thrown instanceof LogNotReachable) {
            return Problem.of(ProblemCode.LOG_NOT_REACHABLE);
        }
        if (thrown instanceof LogBusy) {
            return Problem.of(ProblemCode.LOG_BUSY);
        }
        return thrown instanceof LogFault fault && WAITED_TOO_LONG.contains(fault.sqlState())
                ? Problem.of(ProblemCode.LOG_BUSY)
                : null;
    }

    private static @Nullable Problem ofViews(Throwable thrown) {
        if (thrown instanceof ViewsNotReachable away) {
            // Nothing else would say which of the two it is: a database that is away, or a bug.
            LOG.warn("the views were not reached: {}", away.getMessage());
            return Problem.of(
                    WAITED_TOO_LONG.contains(away.sqlState())
                            ? ProblemCode.LOG_BUSY
                            : ProblemCode.LOG_NOT_REACHABLE);
        }
        return thrown instanceof ViewBehind ? Problem.of(ProblemCode.VIEW_BEHIND) : null;
    }
}
