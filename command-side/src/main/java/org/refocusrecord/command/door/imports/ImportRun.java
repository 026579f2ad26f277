package org.refocusrecord.command.door.imports;

import org.jspecify.annotations.Nullable;
import org.refocusrecord.command.door.NamedPosts;
import org.refocusrecord.command.door.NamedPosts.Named;
import org.refocusrecord.command.door.imports.ImportOutcome.Outcome;
import org.refocusrecord.security.Caller;
import org.refocusrecord.web.json.JsonAnswers;
import org.refocusrecord.web.problem.Problem;
import org.refocusrecord.web.problem.ProblemCode;
import org.refocusrecord.web.problem.ProblemJson;
import org.refocusrecord.web.problem.Problems;
import org.springframework.http.ResponseEntity;

import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.time.Duration;
import java.util.ArrayDeque;
import java.util.HashMap;
import java.util.Map;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;

/**
 * One import. Lines about different cases are recorded side by side, so that they share the log's
 * transactions; lines about one case one after the other; and a line about a team or a study alone,
 * since any line after it may rest on it. Outcomes go out in the order of the lines. What is in
 * memory is bounded by the lines that are under way.
 */
final class ImportRun {

    private static final int SIDE_BY_SIDE = 256;
    private static final int MOST_BYTES = 16 << 20;
    private static final int WHILE_BUSY = 60;
    private static final long PAUSE_MILLIS = 500;
    private static final byte[] LINE_END = {'\n'};
    private static final int OK = 200;
    private static final int GONE = 410;
    private static final int UNAVAILABLE = 503;

    private final NamedPosts posts;
    private final Problems problems;
    private final Caller caller;
    private final OutputStream out;
    private final ArrayDeque<UnderWay> underWay = new ArrayDeque<>();
    private final Map<String, Future<?>> lastOfCase = new HashMap<>();
    private int bytesUnderWay;

    private record UnderWay(Future<ImportOutcome> outcome, @Nullable String ofCase, int bytes) {}

    ImportRun(NamedPosts posts, Problems problems, Caller caller, OutputStream out) {
        this.posts = posts;
        this.problems = problems;
        this.caller = caller;
        this.out = out;
    }

    /** Records line after line until the sender ends, or the record is away for too long. */
    void run(InputStream in) throws IOException {
        ImportLines lines = new ImportLines(in);
        try (ExecutorService threads = Executors.newVirtualThreadPerTaskExecutor()) {
            long number = 0;
            boolean going = true;
            for (var line = lines.next();
                    line != null && going;
                    line = going ? lines.next() : null) {
                number++;
                int bytes = line.bytes() == null ? 0 : line.bytes().length;
                if (bytes > 0 || line.bytes() == null) {
                    going = begin(threads, ImportedLine.of(number, line), bytes);
                }
                if (going && !lines.hasMore()) {
                    going = tell(0);
                    out.flush();
                }
            }
            if (going) {
                tell(0);
            }
            out.flush();
        }
    }

    /** False if the import has stopped. */
    private boolean begin(ExecutorService threads, ImportedLine line, int bytes)
            throws IOException {
        boolean alone = line.isAlone();
        bytesUnderWay += bytes;
        if (!tell(alone ? 0 : SIDE_BY_SIDE - 1)) {
            return false;
        }
        String ofCase = line.ofCase().orElse(null);
        Future<?> before = ofCase == null ? null : lastOfCase.get(ofCase);
        Future<ImportOutcome> outcome = threads.submit(() -> outcome(line, before));
        underWay.add(new UnderWay(outcome, ofCase, bytes));
        if (ofCase != null) {
            lastOfCase.put(ofCase, outcome);
        }
        return !alone || tell(0);
    }

    /** Tells outcomes until no more are under way than that; false at one that stops the import. */
    private boolean tell(int left) throws IOException {
        while (underWay.size() > left || (bytesUnderWay > MOST_BYTES && !underWay.isEmpty())) {
            UnderWay first = underWay.remove();
            bytesUnderWay -= first.bytes();
            ImportOutcome outcome = await(first.outcome());
            if (first.ofCase() != null) {
                lastOfCase.remove(first.ofCase(), first.outcome());
            }
            out.write(JsonAnswers.mapper().writeValueAsBytes(outcome));
            out.write(LINE_END);
            if (outcome.outcome() == Outcome.STOPPED) {
                return false;
            }
        }
        return true;
    }

    private static ImportOutcome await(Future<ImportOutcome> outcome) throws IOException {
        try {
            return outcome.get();
        } catch (InterruptedException interrupted) {
            Thread.currentThread().interrupt();
            throw new IOException("the import was interrupted", interrupted);
        } catch (ExecutionException failed) {
            throw new IllegalStateException(failed.getCause());
        }
    }

    private ImportOutcome outcome(ImportedLine line, @Nullable Future<?> before)
            throws InterruptedException, ExecutionException {
        if (before != null) {
            before.get();
        }
        Named named = line.named();
        if (named == null || line.problem() != null) {
            return refused(
                    line,
                    line.problem() == null
                            ? Problem.of(ProblemCode.JSON_NOT_READABLE)
                            : line.problem());
        }
        for (int attempt = 1; ; attempt++) {
            try {
                return recorded(line, named, posts.post(caller, named));
            } catch (RuntimeException thrown) {
                Problem problem = ImportedLine.ofLine(problems.of(thrown));
                if (!isForAWhile(problem) || attempt == WHILE_BUSY) {
                    return refused(line, problem);
                }
                TimeUnit.MILLISECONDS.sleep(Duration.ofMillis(PAUSE_MILLIS).toMillis());
            }
        }
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

    private static ImportOutcome refused(ImportedLine line, Problem problem) {
        Named named = line.named();
        return new ImportOutcome(
                line.number(),
                named == null ? null : named.command(),
                named == null ? null : named.id().orElse(null),
                outcome(problem),
                null,
                ProblemJson.tree(problem));
    }

    private static Outcome outcome(Problem problem) {
        if (isForAWhile(problem)) {
            return Outcome.STOPPED;
        }
        return problem.status() == GONE ? Outcome.REPEATED : Outcome.REFUSED;
    }

    /** An event that cannot be read stands in the way of its own case alone, and for long. */
    private static boolean isForAWhile(Problem problem) {
        return problem.status() == UNAVAILABLE && problem.code() != ProblemCode.EVENT_NOT_READABLE;
    }
}
