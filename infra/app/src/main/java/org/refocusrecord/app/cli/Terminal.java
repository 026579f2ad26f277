package org.refocusrecord.app.cli;

/**
 * Results go to standard output, for the next program; what is said to people, to standard error.
 */
public final class Terminal {

    /** What every word to people begins with. */
    static final String NAME = "refocus: ";

    private Terminal() {}

    public static void result(String text) {
        System.out.println(text);
        System.out.flush();
    }

    /** Something for people. */
    public static void say(String text) {
        System.err.println(NAME + text);
    }
}
