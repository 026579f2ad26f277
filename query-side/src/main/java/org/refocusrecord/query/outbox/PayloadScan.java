package org.refocusrecord.query.outbox;

import org.refocusrecord.eventlog.json.PayloadBytes;

/** One pass over a stored payload, which has no white space, that tells a map of its parts. */
final class PayloadScan {

    private static final int DEEPEST = 100;

    private final byte[] bytes;
    private final int first;
    private final int end;
    private final PayloadMap map;
    private int at;

    PayloadScan(PayloadBytes payload, PayloadMap map) {
        this.bytes = payload.bytes();
        this.first = payload.from();
        this.end = payload.from() + payload.length();
        this.map = map;
        this.at = first;
    }

    void whole() {
        if (next() != '{') {
            throw wrong();
        }
        value(0);
        if (at != end) {
            throw wrong();
        }
    }

    private void value(int depth) {
        int part = map.begin(at);
        switch (next()) {
            case '{' -> members(depth);
            case '[' -> elements(depth);
            case '"' -> text();
            default -> plain();
        }
        map.finish(part, at);
    }

    private void members(int depth) {
        if (depth == DEEPEST) {
            throw wrong();
        }
        at++;
        boolean more = next() != '}';
        while (more) {
            int name = map.begin(at);
            text();
            map.finish(name, at);
            take(':');
            value(depth + 1);
            more = next() == ',';
            at += more ? 1 : 0;
        }
        take('}');
    }

    private void elements(int depth) {
        if (depth == DEEPEST) {
            throw wrong();
        }
        at++;
        boolean more = next() != ']';
        while (more) {
            value(depth + 1);
            more = next() == ',';
            at += more ? 1 : 0;
        }
        take(']');
    }

    private void text() {
        take('"');
        while (next() != '"') {
            at += bytes[at] == '\\' ? 2 : 1;
        }
        at++;
    }

    /** A number or a word of JSON's own. */
    private void plain() {
        int begun = at;
        while (at < end && isOfPlain(bytes[at])) {
            at++;
        }
        if (at == begun) {
            throw wrong();
        }
    }

    private static boolean isOfPlain(byte b) {
        return (b >= '0' && b <= '9') || (b >= 'a' && b <= 'z') || b == '-' || b == '+' || b == '.';
    }

    private byte next() {
        if (at >= end) {
            throw wrong();
        }
        return bytes[at];
    }

    private void take(char ascii) {
        if (next() != ascii) {
            throw wrong();
        }
        at++;
    }

    private NotAsStored wrong() {
        return new NotAsStored(at - first);
    }
}
