package org.refocusrecord.bench;

import java.io.PrintStream;

/** Tells what is going on, apart from what is measured. */
final class Progress {

    private final PrintStream out;
    private final long start = System.nanoTime();

    Progress(PrintStream out) {
        this.out = out;
    }

    void says(String what) {
        out.printf("%6.1f s  %s%n", (System.nanoTime() - start) / 1e9, what);
    }
}
