package org.refocusrecord.app.faults;

import java.io.ByteArrayOutputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;

/** The one console of a JVM, in which tests run side by side: who listens hears nobody else. */
public final class Console {

    private Console() {}

    /** What somebody who reads the build's log may want to know. */
    static synchronized void tell(String line) {
        System.out.println(line);
    }

    /** All that is said while this is done. */
    public static synchronized String saidBy(Runnable saying) {
        PrintStream before = System.out;
        ByteArrayOutputStream said = new ByteArrayOutputStream();
        System.setOut(new PrintStream(said, true, StandardCharsets.UTF_8));
        try {
            saying.run();
            return said.toString(StandardCharsets.UTF_8);
        } finally {
            System.setOut(before);
        }
    }
}
