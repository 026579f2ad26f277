package org.refocusrecord.app.faults;

import org.jspecify.annotations.Nullable;

import java.io.ByteArrayOutputStream;
import java.io.OutputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;

/** The one console of a JVM, in which tests run side by side: who listens hears nobody else. */
public final class Console {

    /** Of whoever listens, and of the threads that he begins. */
    private static final InheritableThreadLocal<@Nullable ByteArrayOutputStream> HEARD =
            new InheritableThreadLocal<>();

    static {
        System.setOut(new PrintStream(new ByThread(System.out), true, StandardCharsets.UTF_8));
    }

    private Console() {}

    /** What somebody who reads the build's log may want to know. */
    static void tell(String line) {
        System.out.println(line);
    }

    /** All that is said by whoever does this, on this thread or on one that it begins. */
    public static String saidBy(Runnable saying) {
        ByteArrayOutputStream said = new ByteArrayOutputStream();
        ByteArrayOutputStream before = HEARD.get();
        HEARD.set(said);
        try {
            saying.run();
            return said.toString(StandardCharsets.UTF_8);
        } finally {
            HEARD.set(before);
        }
    }

    /** Goes to whoever listens on this thread, else where it went before. */
    private static final class ByThread extends OutputStream {

        private final PrintStream before;

        ByThread(PrintStream before) {
            this.before = before;
        }

        @Override
        public void write(int one) {
            write(new byte[] {(byte) one}, 0, 1);
        }

        @Override
        public void write(byte[] bytes, int from, int length) {
            ByteArrayOutputStream said = HEARD.get();
            if (said != null) {
                said.write(bytes, from, length);
            } else {
                before.write(bytes, from, length);
            }
        }

        @Override
        public void flush() {
            before.flush();
        }
    }
}
