package org.refocusrecord.command.door.imports;

import org.jspecify.annotations.Nullable;
import org.refocusrecord.command.door.imports.ImportOutcome.Outcome;
import org.refocusrecord.web.json.JsonAnswers;

import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.util.ArrayDeque;
import java.util.HashMap;
import java.util.Map;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;

/**
 * One import. Lines about different cases are recorded side by side, so that they share the log's
 * transactions; lines about one case one after the other; and a line about a team or a study alone,
 * since any line after it may rest on it. Outcomes go out in the order of the lines. What is in
 * memory is bounded by the lines that are under way.
 *
 * <p>However it ends, of the lines about one case those that were recorded or refused come first,
 * so that the rest can be sent again.
 */
final class ImportRun {

    private static final int SIDE_BY_SIDE = 256;
    private static final int MOST_BYTES = 4 << 20;
    private static final byte[] LINE_END = {'\n'};

    private final Recording recording;
    private final OutputStream out;
    private final ArrayDeque<UnderWay> underWay = new ArrayDeque<>();
    private final Map<String, Future<Told>> lastOfCase = new HashMap<>();
    private int bytesUnderWay;

    private record UnderWay(Future<Told> told, @Nullable String ofCase, int bytes) {}

    /** An outcome as it is written, and whether it is the last. */
    @SuppressWarnings("ArrayRecordComponent") // Written, never compared.
    private record Told(byte[] json, boolean stopped) {
        static Told of(ImportOutcome outcome) {
            return new Told(
                    JsonAnswers.mapper().writeValueAsBytes(outcome),
                    outcome.outcome() == Outcome.STOPPED);
        }
    }

    ImportRun(Recording recording, OutputStream out) {
        this.recording = recording;
        this.out = out;
    }

    /** Records line after line until the sender ends, or the record is away for too long. */
    void run(InputStream in) throws IOException {
        try (ExecutorService threads = Executors.newVirtualThreadPerTaskExecutor()) {
            try {
                run(new ImportLines(in), threads);
            } finally {
                // What is under way is waited for; the sender may be gone, or an outcome be lost.
                recording.end();
            }
        }
    }

    private void run(ImportLines lines, ExecutorService threads) throws IOException {
        long number = 0;
        boolean going = true;
        for (var line = lines.next(); line != null && going; line = going ? lines.next() : null) {
            number++;
            int bytes = line.bytes() == null ? 0 : line.bytes().length;
            if (!line.isEmpty()) {
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

    /** False if the import has stopped. */
    private boolean begin(ExecutorService threads, ImportedLine line, int bytes)
            throws IOException {
        boolean alone = line.isAlone();
        bytesUnderWay += bytes;
        if (!tell(alone ? 0 : SIDE_BY_SIDE - 1)) {
            return false;
        }
        String ofCase = line.ofCase().orElse(null);
        Future<Told> before = ofCase == null ? null : lastOfCase.get(ofCase);
        Future<Told> told = threads.submit(() -> told(line, before));
        underWay.add(new UnderWay(told, ofCase, bytes));
        if (ofCase != null) {
            lastOfCase.put(ofCase, told);
        }
        return !alone || tell(0);
    }

    /** Tells outcomes until no more are under way than that; false at one that stops the import. */
    private boolean tell(int left) throws IOException {
        while (underWay.size() > left || (bytesUnderWay > MOST_BYTES && !underWay.isEmpty())) {
            UnderWay first = underWay.remove();
            bytesUnderWay -= first.bytes();
            Told told = await(first.told());
            if (first.ofCase() != null) {
                lastOfCase.remove(first.ofCase(), first.told());
            }
            out.write(told.json());
            out.write(LINE_END);
            if (told.stopped()) {
                return false;
            }
        }
        return true;
    }

    private static Told await(Future<Told> told) throws IOException {
        try {
            return told.get();
        } catch (InterruptedException interrupted) {
            Thread.currentThread().interrupt();
            throw new IOException("the import was interrupted", interrupted);
        } catch (ExecutionException failed) {
            throw new IllegalStateException(failed.getCause());
        }
    }

    /** Where the line before it has no outcome, since that failed, it has none either. */
    private Told told(ImportedLine line, @Nullable Future<Told> before)
            throws InterruptedException, ExecutionException {
        if (before != null) {
            before.get();
        }
        return Told.of(recording.outcome(line));
    }
}
