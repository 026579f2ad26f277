package org.refocusrecord.app.imports;

import org.refocusrecord.app.data.Hindrance;
import org.refocusrecord.app.data.OwnerOnly;

import tools.jackson.core.JacksonException;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ObjectNode;

import java.io.BufferedInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/** One file of an import, sent in parts so that memory holds no more than one of them. */
final class ImportFile {

    private static final int MOST_LINES = 2_000;
    private static final int MOST_BYTES = 4 << 20;
    private static final JsonMapper JSON = JsonMapper.shared();

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
        try (InputStream in = new BufferedInputStream(Files.newInputStream(file), 1 << 16);
                Refused refused = new Refused(file)) {
            ImportProgress progress = ImportProgress.onError(Files.size(file));
            long bytes = 0;
            for (List<byte[]> part = part(in); !part.isEmpty(); part = part(in)) {
                count(part, refused);
                bytes += part.stream().mapToLong(sent -> sent.length).sum();
                progress.reached(bytes, tally);
            }
            progress.ended(tally);
        } catch (IOException unreadable) {
            throw new Hindrance(
                    "%s cannot be read (%s).".formatted(file, unreadable.getMessage()), unreadable);
        }
    }

    private void count(List<byte[]> part, Refused refused) throws IOException {
        List<byte[]> spoken = part.stream().filter(sent -> sent.length > 1).toList();
        List<JsonNode> outcomes = client.outcomes(spoken);
        int next = 0;
        for (byte[] sent : part) {
            line++;
            if (sent.length > 1) {
                count(sent, outcomes.get(next), refused);
                next++;
            }
        }
    }

    private void count(byte[] sent, JsonNode outcome, Refused refused) throws IOException {
        switch (outcome.path("outcome").asString("")) {
            case "RECORDED" -> tally.recordedOne();
            case "REPEATED" -> tally.repeatedOne();
            default -> {
                tally.refusedOne(outcome.path("problem").path("code").asString("unknown"));
                refused.add(line, sent, outcome.path("problem"));
            }
        }
    }

    /** The next lines, each with its end. */
    private static List<byte[]> part(InputStream in) throws IOException {
        List<byte[]> lines = new ArrayList<>();
        int bytes = 0;
        while (lines.size() < MOST_LINES && bytes < MOST_BYTES) {
            byte[] next = line(in);
            if (next.length == 0) {
                break;
            }
            lines.add(next);
            bytes += next.length;
        }
        return lines;
    }

    /** Empty at the end of the file. */
    private static byte[] line(InputStream in) throws IOException {
        ByteArrayOutputStream line = new ByteArrayOutputStream(1_024);
        int next = in.read();
        while (next >= 0 && next != '\n') {
            line.write(next);
            next = in.read();
        }
        if (next == '\n' || line.size() > 0) {
            line.write('\n');
        }
        return line.toByteArray();
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

        void add(long number, byte[] sent, JsonNode problem) throws IOException {
            if (!open) {
                OwnerOnly.touch(path);
                out = Files.newOutputStream(path);
                open = true;
            }
            ObjectNode refusal = JSON.createObjectNode().put("line", number);
            refusal.set("problem", problem);
            refusal.set("sent", asSent(sent));
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
