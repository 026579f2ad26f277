package org.refocusrecord.app.imports;

import org.jspecify.annotations.Nullable;
import org.refocusrecord.app.data.Hindrance;
import org.refocusrecord.app.data.OwnerOnly;
import org.refocusrecord.command.door.imports.ImportLines;
import org.refocusrecord.command.door.imports.ImportLines.Line;
import org.refocusrecord.web.problem.Problem;
import org.refocusrecord.web.problem.ProblemCode;
import org.refocusrecord.web.problem.ProblemJson;

import tools.jackson.core.JacksonException;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ObjectNode;

import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
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
    private static final JsonMapper JSON = JsonMapper.shared();
    private static final JsonNode TOO_LONG =
            JSON.createObjectNode()
                    .put("outcome", "REFUSED")
                    .set("problem", ProblemJson.tree(Problem.of(ProblemCode.BODY_TOO_LARGE)));

    private final Path file;
    private final ImportClient client;
    private final ImportTally tally;
    private long line;

    ImportFile(Path file, ImportClient client, ImportTally tally) {
        this.file = file;
        this.client = client;
        this.tally = tally;
    }

    void run() {
        try (InputStream in = Files.newInputStream(file);
                Refused refused = new Refused(file)) {
            ImportLines lines = new ImportLines(in);
            ImportProgress progress = ImportProgress.onError(Files.size(file));
            for (List<Line> part = part(lines); !part.isEmpty(); part = part(lines)) {
                count(part, refused);
                progress.reached(lines.taken(), tally);
            }
            progress.ended(tally);
        } catch (IOException unreadable) {
            throw new Hindrance(
                    "%s cannot be read (%s).".formatted(file, unreadable.getMessage()), unreadable);
        }
    }

    private void count(List<Line> part, Refused refused) throws IOException {
        List<byte[]> sent = new ArrayList<>();
        for (Line next : part) {
            byte[] bytes = next.bytes();
            if (bytes != null && bytes.length > 0) {
                sent.add(withEnd(bytes));
            }
        }
        Iterator<JsonNode> outcomes = client.outcomes(sent).iterator();
        for (Line next : part) {
            byte[] bytes = next.bytes();
            line++;
            if (bytes == null) {
                count(null, TOO_LONG, refused);
            } else if (bytes.length > 0) {
                count(bytes, outcomes.next(), refused);
            }
        }
    }

    private static byte[] withEnd(byte[] line) {
        byte[] ended = Arrays.copyOf(line, line.length + 1);
        ended[line.length] = '\n';
        return ended;
    }

    private void count(byte @Nullable [] sent, JsonNode outcome, Refused refused)
            throws IOException {
        switch (outcome.path("outcome").asString("")) {
            case "RECORDED" -> tally.recordedOne();
            case "REPEATED" -> tally.repeatedOne();
            default -> {
                tally.refusedOne(outcome.path("problem").path("code").asString("unknown"));
                refused.add(line, sent, outcome.path("problem"));
            }
        }
    }

    /** The next lines; one that is too long is the last of its part, for it may take a while. */
    private static List<Line> part(ImportLines lines) throws IOException {
        List<Line> part = new ArrayList<>();
        int bytes = 0;
        while (part.size() < MOST_LINES && bytes < ENOUGH_BYTES) {
            Line next = lines.next();
            if (next == null) {
                break;
            }
            part.add(next);
            if (next.bytes() == null) {
                break;
            }
            bytes += next.bytes().length + 1;
        }
        return part;
    }

    /** The file of refused lines, which is only there if there are any. It holds what was sent. */
    private static final class Refused implements AutoCloseable {
        private final Path path;
        private OutputStream out = OutputStream.nullOutputStream();
        private boolean open;

        Refused(Path file) throws IOException {
            this.path = file.resolveSibling(file.getFileName() + ".refused.ndjson");
            Files.deleteIfExists(path);
        }

        void add(long number, byte @Nullable [] sent, JsonNode problem) throws IOException {
            if (!open) {
                OwnerOnly.touch(path);
                out = Files.newOutputStream(path);
                open = true;
            }
            ObjectNode refusal = JSON.createObjectNode().put("line", number);
            refusal.set("problem", problem);
            refusal.set("sent", sent == null ? JSON.nullNode() : asSent(sent));
            out.write(JSON.writeValueAsBytes(refusal));
            out.write('\n');
        }

        private static JsonNode asSent(byte[] sent) {
            String text = new String(sent, StandardCharsets.UTF_8).strip();
            try {
                return JSON.readTree(text);
            } catch (JacksonException noJson) {
                return JSON.getNodeFactory().stringNode(text);
            }
        }

        @Override
        public void close() throws IOException {
            out.close();
        }
    }
}
