package org.refocusrecord.app.cli;

import java.io.Console;
import java.io.PrintStream;

/**
 * A line for people that moves where there is a terminal: each text stands in the place of the one
 * before. Where there is none, only whole lines are said.
 */
public final class MovingLine implements AutoCloseable {

    private static final int WIDTH = 30;

    private final PrintStream out;
    private final boolean moves;
    private int shown;
    private boolean closed;

    /** To there, where it moves or does not. */
    public MovingLine(PrintStream out, boolean moves) {
        this.out = out;
        this.moves = moves;
    }

    /** On standard error; it moves where somebody looks. */
    @SuppressWarnings("SystemConsoleNull") // From JDK 25 on it is null again without a terminal.
    public static MovingLine onError() {
        Console console = System.console();
        return new MovingLine(System.err, console != null && console.isTerminal());
    }

    /** Whether it moves. */
    public boolean moves() {
        return moves;
    }

    /** Shows this in the place of what stands there, where it moves. */
    public synchronized void show(String text) {
        if (moves && !closed) {
            // What was longer would stand behind it still.
            out.print("\r" + text + " ".repeat(Math.max(shown - text.length(), 0)));
            out.flush();
            shown = text.length();
        }
    }

    /** Says a line of its own, where it does not move. */
    public synchronized void say(String text) {
        if (!moves && !closed) {
            out.println(Terminal.NAME + text);
        }
    }

    /** Ends the line, so that whatever is said next has one of its own. */
    public synchronized void end() {
        if (shown > 0) {
            shown = 0;
            out.println();
        }
    }

    /** Ends it, and shows nothing any more. */
    @Override
    public synchronized void close() {
        closed = true;
        end();
    }

    /** A bar of so much of a whole, which is not nothing. */
    public static String bar(long done, long whole) {
        int full = Math.clamp(done * WIDTH / whole, 0, WIDTH);
        return "[" + "#".repeat(full) + ".".repeat(WIDTH - full) + "] ";
    }
}
