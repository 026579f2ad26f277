package org.refocusrecord.app.data;

import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.Map;
import java.util.OptionalInt;

/** The ports that a data folder's parts listen on, kept so that they stay the same. */
public final class Ports {

    private final Path file;

    public Ports(DataFolder folder) {
        this.file = folder.path().resolve("ports.properties");
    }

    /** The port kept for a part; empty where none was chosen yet. */
    public OptionalInt kept(String part) {
        try {
            String port = Lines.in(file).get(part);
            return port == null ? OptionalInt.empty() : OptionalInt.of(Integer.parseInt(port));
        } catch (IOException | NumberFormatException spoiled) {
            return OptionalInt.empty();
        }
    }

    /** The port kept for a part if it is free, else another, which is kept from then on. */
    public int free(String part) {
        OptionalInt kept = kept(part);
        if (kept.isPresent() && isFree(kept.getAsInt())) {
            return kept.getAsInt();
        }
        int port = anyFree();
        while (isAnothers(part, port)) {
            port = anyFree();
        }
        keep(part, port);
        return port;
    }

    /** What is kept for another part is its own, whether it listens there yet or not. */
    private boolean isAnothers(String part, int port) {
        try {
            return Lines.in(file).entrySet().stream()
                    .anyMatch(kept ->
                            !kept.getKey().equals(part)
                                    && kept.getValue().equals(Integer.toString(port)));
        } catch (IOException spoiled) {
            return false;
        }
    }

    /** Keeps the port of a part. */
    public void keep(String part, int port) {
        try {
            Map<String, String> lines = new HashMap<>(Lines.in(file));
            lines.put(part, Integer.toString(port));
            Lines.write(file, lines);
        } catch (IOException notWritable) {
            throw new Hindrance(
                    "The ports cannot be kept in %s (%s)."
                            .formatted(file, notWritable.getMessage()),
                    notWritable);
        }
    }

    /** Whether nobody listens on a port of this machine's own address. */
    public static boolean isFree(int port) {
        try (ServerSocket _ = new ServerSocket(port, 1, InetAddress.getLoopbackAddress())) {
            return true;
        } catch (IOException taken) {
            return false;
        }
    }

    private static int anyFree() {
        try (ServerSocket socket = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
            return socket.getLocalPort();
        } catch (IOException none) {
            throw new Hindrance("There is no free port on 127.0.0.1.", none);
        }
    }
}
