package org.refocusrecord.query.evidence;

/**
 * A text as it may be printed: what a terminal would take for an order, or what would turn a line
 * around, is shown by its number.
 */
final class Printable {

    private Printable() {}

    static String of(String text) {
        StringBuilder printable = new StringBuilder();
        text.codePoints()
                .forEach(point -> {
                    int type = Character.getType(point);
                    boolean order =
                            type == Character.CONTROL
                                    || type == Character.FORMAT
                                    || type == Character.SURROGATE
                                    || type == Character.LINE_SEPARATOR
                                    || type == Character.PARAGRAPH_SEPARATOR;
                    if (order) {
                        printable.append("\\u{").append(Integer.toHexString(point)).append('}');
                    } else {
                        printable.appendCodePoint(point);
                    }
                });
        return printable.toString();
    }
}
