package org.refocusrecord.command.door.imports;

import org.jspecify.annotations.Nullable;
import org.refocusrecord.command.door.NamedPosts;
import org.refocusrecord.command.door.NamedPosts.Named;
import org.refocusrecord.command.door.imports.ImportOutcome.Outcome;
import org.refocusrecord.security.Caller;
import org.refocusrecord.web.problem.Problem;
import org.refocusrecord.web.problem.ProblemCode;
import org.refocusrecord.web.problem.ProblemJson;
import org.refocusrecord.web.problem.Problems;
import org.springframework.http.ResponseEntity;

import java.time.Duration;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicReference;

/**
 * Records the lines of one import, each again and again while the record is away or busy, until one
 * of them has waited for too long, or the program itself failed; a try that was begun is finished.
 * From then on none is begun or tried again: what is sent again later must find nothing before it
 * that comes after it.
 */
final class Recording {

    private static final long PAUSE_MILLIS = 500;
    private static final int OK = 200;
    private static final int GONE = 410;
    private static final int UNAVAILABLE = 503;

    private final NamedPosts posts;
    private final Problems problems;
    private final Caller caller;
    private final Duration patience;
    private final AtomicReference<@Nullable Problem> stopped = new AtomicReference<>();

    Recording(NamedPosts posts, Problems problems, Caller caller, Duration patience) {
        this.posts = posts;
        this.problems = problems;
        this.caller = caller;
        this.patience = patience;
    }

    /** Nothing is begun or tried any more, and there is nobody who would be told why. */
    void end() {
        stopped.compareAndSet(null, Problem.of(ProblemCode.LOG_BUSY));
    }

    /** Records a line, where it is one; those that it may rest on have their outcomes. */
    ImportOutcome outcome(ImportedLine line) throws InterruptedException {
        Named named = line.named();
        if (named == null || line.problem() != null) {
            return notRecorded(line, Outcome.REFUSED, unreadable(line.problem()));
        }
        long begun = System.nanoTime();
        Problem why = stopped.get();
        while (why == null) {
            try {
                return recorded(line, named, posts.post(caller, named));
            } catch (RuntimeException thrown) {
                Problem problem = ImportedLine.ofLine(problems.of(thrown));
                if (isOfTheLine(problem)) {
                    Outcome outcome = problem.status() == GONE ? Outcome.REPEATED : Outcome.REFUSED;
                    return notRecorded(line, outcome, problem);
                }
                if (problem.code() == ProblemCode.FAULT || !hasPaused(begun)) {
                    stopped.compareAndSet(null, problem);
                }
            } catch (Error thrown) {
                stopped.compareAndSet(null, ImportedLine.ofLine(problems.of(thrown)));
            }
            why = stopped.get();
        }
        return notRecorded(line, Outcome.STOPPED, why);
    }

    private static Problem unreadable(@Nullable Problem problem) {
        return problem == null ? Problem.of(ProblemCode.JSON_NOT_READABLE) : problem;
    }

    private static ImportOutcome recorded(
            ImportedLine line, Named named, ResponseEntity<Object> answer) {
        boolean before = answer.getStatusCode().value() == OK;
        return new ImportOutcome(
                line.number(),
                named.command(),
                named.id().orElse(null),
                before ? Outcome.REPEATED : Outcome.RECORDED,
                answer.getBody(),
                null);
    }

    private static ImportOutcome notRecorded(ImportedLine line, Outcome outcome, Problem problem) {
        Named named = line.named();
        return new ImportOutcome(
                line.number(),
                named == null ? null : named.command(),
                named == null ? null : named.id().orElse(null),
                outcome,
                null,
                ProblemJson.tree(problem));
    }

    /** Pauses; whether there is still time for another try then. */
    private boolean hasPaused(long begun) throws InterruptedException {
        long pause = TimeUnit.MILLISECONDS.toNanos(PAUSE_MILLIS);
        TimeUnit.NANOSECONDS.sleep(Math.min(pause, left(begun)));
        return left(begun) > 0;
    }

    private long left(long begun) {
        return patience.toNanos() - (System.nanoTime() - begun);
    }

    /**
     * Whether it says that this line was not recorded, while the lines after it may be. Of a fault
     * nobody knows whether the line was: it is to be sent again, and all after it. An event that
     * cannot be read stands in the way of its own case alone, and for long.
     */
    private static boolean isOfTheLine(Problem problem) {
        return problem.code() != ProblemCode.FAULT
                && (problem.status() != UNAVAILABLE
                        || problem.code() == ProblemCode.EVENT_NOT_READABLE);
    }
}
