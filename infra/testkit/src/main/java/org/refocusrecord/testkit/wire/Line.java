package org.refocusrecord.testkit.wire;

import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.net.Socket;

/** One connection, of which the test holds the middle. */
final class Line {

    private final Socket caller;
    private final Socket called;
    private volatile int backend;

    Line(Socket caller, Socket called) {
        this.caller = caller;
        this.called = called;
    }

    InputStream fromCaller() throws IOException {
        return caller.getInputStream();
    }

    OutputStream toCaller() throws IOException {
        return caller.getOutputStream();
    }

    InputStream fromCalled() throws IOException {
        return called.getInputStream();
    }

    OutputStream toCalled() throws IOException {
        return called.getOutputStream();
    }

    /** The process at its far end, as a database has told it; 0: it has not. */
    int backend() {
        return backend;
    }

    void isServedBy(int process) {
        backend = process;
    }

    /** Ends it for both, as when a cable is cut. */
    void cut() {
        for (Socket end : new Socket[] {caller, called}) {
            try {
                end.close();
            } catch (IOException gone) {
                // Then it is cut already.
            }
        }
    }
}
