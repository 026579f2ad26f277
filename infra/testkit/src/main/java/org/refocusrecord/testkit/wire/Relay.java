package org.refocusrecord.testkit.wire;

import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.function.Predicate;

/** Takes connections in place of a program on this machine, and hands on what is said. */
abstract class Relay implements AutoCloseable {

    private final int target;
    private final ServerSocket door;
    private final ExecutorService threads = Executors.newVirtualThreadPerTaskExecutor();
    private final Set<Line> lines = ConcurrentHashMap.newKeySet();
    private volatile boolean isAway;

    Relay(int target) throws IOException {
        this.target = target;
        this.door = new ServerSocket(0, 50, InetAddress.getLoopbackAddress());
    }

    /** Where to call instead. */
    public int port() {
        return door.getLocalPort();
    }

    /**
     * Cuts all lines, and takes no other until {@link #comeBack()}: as if the program were away.
     */
    public void goAway() {
        isAway = true;
        lines.forEach(Line::cut);
    }

    /** Takes connections again. */
    public void comeBack() {
        isAway = false;
    }

    /** To be called once it is whole. */
    final void open() {
        threads.execute(this::takeCalls);
    }

    private void takeCalls() {
        while (!door.isClosed()) {
            try {
                Socket caller = door.accept();
                if (isAway) {
                    caller.close();
                } else {
                    threads.execute(() -> connect(caller));
                }
            } catch (IOException gone) {
                // Closed, or a caller that thought better of it.
            }
        }
    }

    private void connect(Socket caller) {
        try {
            Line line = new Line(caller, new Socket(InetAddress.getLoopbackAddress(), target));
            lines.add(line);
            Talk talk = talkOver(line);
            threads.execute(() -> carry(line, talk::toCalled));
            threads.execute(() -> carry(line, talk::toCaller));
        } catch (IOException nobody) {
            close(caller);
        }
    }

    /** What is said over a line, each way until its end. */
    interface Talk {
        void toCalled() throws IOException, InterruptedException;

        void toCaller() throws IOException, InterruptedException;
    }

    abstract Talk talkOver(Line line);

    /** Whether there is such a line now. */
    final boolean hasLine(Predicate<Line> such) {
        return lines.stream().anyMatch(such);
    }

    private interface Carrying {
        void carry() throws IOException, InterruptedException;
    }

    private void carry(Line line, Carrying carrying) {
        try {
            carrying.carry();
        } catch (IOException | InterruptedException ended) {
            // One end has hung up, or the test has cut it: the other end is to know.
        } finally {
            line.cut();
            lines.remove(line);
        }
    }

    private static void close(Socket socket) {
        try {
            socket.close();
        } catch (IOException gone) {
            throw new IllegalStateException(gone);
        }
    }

    @Override
    public void close() {
        try {
            door.close();
        } catch (IOException gone) {
            throw new IllegalStateException(gone);
        }
        lines.forEach(Line::cut);
        threads.shutdownNow();
    }
}
