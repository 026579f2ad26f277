package org.refocusrecord.command.door.inbox;

import org.jspecify.annotations.Nullable;
import org.refocusrecord.command.door.CaseTrusts;
import org.refocusrecord.command.door.NamedPosts;
import org.refocusrecord.events.CaseId;
import org.refocusrecord.security.Caller;
import org.refocusrecord.security.Role;
import org.refocusrecord.web.problem.Fault;
import org.refocusrecord.web.problem.Problem;
import org.refocusrecord.web.problem.ProblemCode;
import org.refocusrecord.web.problem.ProblemException;
import org.refocusrecord.web.problem.Problems;
import org.springframework.http.ResponseEntity;

import java.time.Clock;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;

/** Tries to record a session, through the same doors as a post, and says what came of it. */
final class SessionTry {

    private static final int OK = 200;
    private static final int GONE = 410;
    private static final int UNAVAILABLE = 503;
    private static final Set<Integer> NOT_READ = Set.of(400, 413, 415);
    private static final Set<ProblemCode> MAY_COME =
            Set.of(ProblemCode.CASE_UNKNOWN, ProblemCode.REFERENCE_UNKNOWN);
    private static final Set<ProblemCode> HERE_AND_NOW =
            Set.of(ProblemCode.EVENT_NOT_READABLE, ProblemCode.KEY_NOT_HELD);

    private final NamedPosts posts;
    private final CaseTrusts trusts;
    private final Problems problems;
    private final InboxSettings settings;
    private final Clock clock;

    SessionTry(
            NamedPosts posts,
            CaseTrusts trusts,
            Problems problems,
            InboxSettings settings,
            Clock clock) {
        this.posts = posts;
        this.trusts = trusts;
        this.problems = problems;
        this.settings = settings;
        this.clock = clock;
    }

    Verdict of(Message message) {
        return switch (message) {
            case Message.Unreadable(var _, Problem problem) -> new Verdict.Unreadable(problem);
            case Message.Session session -> of(session);
        };
    }

    private Verdict of(Message.Session session) {
        try {
            requireKeyOfCase(session);
            ResponseEntity<Object> answer =
                    posts.session(caller(session), session.body(), session.sentAt(clock.instant()));
            Object receipt = answer.getBody();
            if (receipt == null) {
                throw new IllegalStateException("a receipt has a body");
            }
            return new Verdict.Recorded(answer.getStatusCode().value() == OK, receipt);
        } catch (RuntimeException thrown) {
            return verdict(problems.of(thrown).within(session.pointer()));
        }
    }

    /** What is against a record before anything in it is looked at; empty: nothing. */
    Optional<Problem> againstFormOf(Message message) {
        return switch (message) {
            case Message.Unreadable(var _, Problem problem) -> Optional.of(problem);
            case Message.Session session -> againstFormOf(session);
        };
    }

    private Optional<Problem> againstFormOf(Message.Session session) {
        try {
            requireKeyOfCase(session);
            posts.requireFormOfSession(session.body(), session.sentAt(clock.instant()));
            return Optional.empty();
        } catch (RuntimeException | StackOverflowError thrown) {
            // Among dead letters are those at which the program fails.
            return Optional.of(problems.of(thrown).within(session.pointer()));
        }
    }

    /** Order is kept by key: under another than the case's it would be kept by chance. */
    private static void requireKeyOfCase(Message.Session session) {
        String caseId = session.caseId().orElse(null);
        if (caseId != null && !caseId.equals(session.sent().keyText())) {
            throw new ProblemException(
                    new Fault(
                            "/caseId",
                            ProblemCode.VALUE_NOT_ALLOWED,
                            "The record's key must be this caseId, so that the sessions of a case"
                                    + " keep their order."));
        }
    }

    /**
     * Of whose trust the case is, of that trust's the inbox is; of a foreign one it knows nothing.
     */
    private Caller caller(Message.Session session) {
        String trust =
                session.caseId()
                        .flatMap(id -> trusts.of(new CaseId(UUID.fromString(id))))
                        .filter(settings::mayWrite)
                        .orElse(null);
        return caller(trust);
    }

    private Caller caller(@Nullable String trust) {
        return new Caller(
                settings.account(),
                Set.of(Role.CLINICAL_SYSTEM),
                trust,
                null,
                null,
                null,
                Set.of());
    }

    private static Verdict verdict(Problem problem) {
        if (problem.code() == ProblemCode.FAULT) {
            return new Verdict.Unreadable(problem);
        }
        if (mayCome(problem)) {
            return new Verdict.TooEarly(problem);
        }
        if (HERE_AND_NOW.contains(problem.code())) {
            return new Verdict.HeldUp(problem);
        }
        if (problem.status() == UNAVAILABLE) {
            return new Verdict.Away(problem);
        }
        if (problem.status() == GONE) {
            return new Verdict.Forgotten(problem);
        }
        return NOT_READ.contains(problem.status())
                ? new Verdict.Unreadable(problem)
                : new Verdict.Refused(problem);
    }

    private static boolean mayCome(Problem problem) {
        return !problem.errors().isEmpty()
                && problem.errors().stream().map(Fault::code).allMatch(MAY_COME::contains);
    }
}
