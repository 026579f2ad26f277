package org.refocusrecord.app.imports;

import org.refocusrecord.app.data.Hindrance;
import org.refocusrecord.command.door.imports.ImportLines;
import org.refocusrecord.command.door.imports.ImportLines.Line;
import org.refocusrecord.web.problem.Problem;
import org.refocusrecord.web.problem.ProblemCode;
import org.refocusrecord.web.problem.ProblemJson;

import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

import java.io.IOException;
import java.io.InputStream;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Iterator;
import java.util.List;

/**
 * One file of an import, sent in parts so that memory holds no more than one of them. A line that
 * is longer than the server takes is not sent: it is refused here, as the server would.
 */
final class ImportFile {

    private static final int MOST_LINES = 2_000;
    private static final int MOST_BYTES = 4 << 20;
    // With so many there is still room for one line more.
    private static final int ENOUGH_BYTES = MOST_BYTES - ImportLines.LONGEST;
    private static final JsonNode TOO_LONG =
            JsonMapper.shared()
                    .createObjectNode()
                    .put("outcome", "REFUSED")
                    .set("problem", ProblemJson.tree(Problem.of(ProblemCode.BODY_TOO_LARGE)));

    private final ImportSource source;
    private final ImportClient client;
    private final RefusedLines refused;
    private final ImportReport report;
    private final ImportTally tally;
    private long lines;

    /** A line that is not empty, and its number from 1. */
    private record Numbered(long number, Line line) {}

    ImportFile(
            ImportSource source, ImportClient client, RefusedLines refused, ImportReport report) {
        this.source = source;
        this.client = client;
        this.refused = refused;
        this.report = report;
        this.tally = report.tally();
    }

    void run() {
        try (InputStream in = source.open();
                ImportProgress progress = report.progress(source.size())) {
            ImportLines read = new ImportLines(in);
            long before;
            do {
                before = lines;
                count(part(read));
                progress.reached(read.taken(), tally);
            } while (lines > before);
            progress.ended(tally);
        } catch (IOException unreadable) {
            throw new Hindrance(
                    "%s cannot be read to its end (%s). What was recorded stays."
                            .formatted(source, unreadable.getMessage()),
                    unreadable);
        }
    }

    private void count(List<Numbered> part) {
        List<byte[]> sent = new ArrayList<>();
        for (Numbered next : part) {
            byte[] bytes = next.line().bytes();
            if (bytes != null) {
                sent.add(withEnd(bytes));
            }
        }
        Iterator<Numbered> inOrder = part.iterator();
        client.send(sent, outcome -> count(inOrder.next(), outcome));
        inOrder.forEachRemaining(tooLong -> count(tooLong, TOO_LONG));
    }

    private static byte[] withEnd(byte[] line) {
        byte[] ended = Arrays.copyOf(line, line.length + 1);
        ended[line.length] = '\n';
        return ended;
    }

    private void count(Numbered line, JsonNode outcome) {
        refused.begin();
        String name = outcome.path("outcome").asString("");
        switch (name) {
            case "RECORDED" -> tally.recordedOne();
            case "REPEATED" -> tally.repeatedOne();
            case "REFUSED" -> {
                refused.add(source, line.number(), line.line(), outcome.path("problem"));
                tally.refusedOne(outcome.path("problem").path("code").asString("unknown"));
            }
            default -> tally.unknownOne(name, "line %d of %s".formatted(line.number(), source));
        }
    }

    /** The next lines; one that is too long is the last of its part, since it is not sent. */
    private List<Numbered> part(ImportLines read) throws IOException {
        List<Numbered> part = new ArrayList<>();
        int bytes = 0;
        for (int taken = 0; taken < MOST_LINES && bytes < ENOUGH_BYTES; taken++) {
            Line next = read.next();
            if (next == null) {
                break;
            }
            lines++;
            if (!next.isEmpty()) {
                part.add(new Numbered(lines, next));
            }
            if (next.bytes() == null) {
                break;
            }
            bytes += next.bytes().length + 1;
        }
        return part;
    }
}
