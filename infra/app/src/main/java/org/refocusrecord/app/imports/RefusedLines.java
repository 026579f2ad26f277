package org.refocusrecord.app.imports;

import org.refocusrecord.app.data.Hindrance;
import org.refocusrecord.app.data.OwnerOnly;
import org.refocusrecord.command.door.imports.ImportLines.Line;

import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ObjectNode;

import java.io.IOException;
import java.io.OutputStream;
import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Base64;

/**
 * The file of refused lines, which is only there if there are any. It holds what was sent, to the
 * byte: what was refused is looked at, mended and sent again.
 */
final class RefusedLines implements AutoCloseable {

    private static final JsonMapper JSON = JsonMapper.shared();

    private final Path path;
    private OutputStream out = OutputStream.nullOutputStream();
    private boolean begun;
    private boolean open;

    RefusedLines(Path path) {
        this.path = path;
    }

    /** Makes sure that the file can be made here; one of an earlier import stays as it is. */
    void requirePlace() {
        if (Files.exists(path) && !Files.isRegularFile(path)) {
            throw new Hindrance(
                    "%s is no ordinary file: refused lines cannot go there. Say where, with --refused FILE. Nothing was sent."
                            .formatted(path));
        }
        try {
            OwnerOnly.requireWritable(path);
        } catch (IOException notHere) {
            throw new Hindrance(
                    "Lines that are refused cannot be written to %s. Say where they may go, with --refused FILE. Nothing was sent."
                            .formatted(path),
                    notHere);
        }
    }

    /** There is an outcome: what an earlier import left would be taken for what is refused now. */
    void begin() {
        if (!begun) {
            begun = true;
            writing(() -> Files.deleteIfExists(path));
        }
    }

    void add(ImportSource source, long number, Line line, JsonNode problem) {
        ObjectNode refusal =
                JSON.createObjectNode().put("file", source.toString()).put("line", number);
        refusal.set("problem", problem);
        byte[] sent = line.bytes();
        if (sent == null) {
            refusal.putNull("sent");
        } else {
            asSent(sent, refusal);
        }
        byte[] text = (JSON.writeValueAsString(refusal) + "\n").getBytes(StandardCharsets.UTF_8);
        writing(() -> {
            if (!open) {
                OwnerOnly.touch(path);
                out = Files.newOutputStream(path);
                open = true;
            }
            out.write(text);
        });
    }

    @FunctionalInterface
    private interface Writing {
        void write() throws IOException;
    }

    private void writing(Writing writing) {
        try {
            writing.write();
        } catch (IOException full) {
            throw new Hindrance(
                    "%s cannot be written (%s). What was recorded stays: call again to go on."
                            .formatted(path, full.getMessage()),
                    full);
        }
    }

    /** As a text where it is one, else byte by byte: never as something that was read from it. */
    private static void asSent(byte[] sent, ObjectNode refusal) {
        try {
            String text =
                    StandardCharsets.UTF_8.newDecoder().decode(ByteBuffer.wrap(sent)).toString();
            refusal.put("sent", text);
        } catch (CharacterCodingException noText) {
            refusal.putNull("sent").put("sentBase64", Base64.getEncoder().encodeToString(sent));
        }
    }

    @Override
    public void close() throws IOException {
        out.close();
    }
}
