package org.refocusrecord.app.postgres;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** What PostgreSQL and its programs say when something is not possible. */
final class PostgresLog {

    private static final Pattern GRAVE = Pattern.compile("(?:PANIC|FATAL|ERROR|error): +(.*)");

    private PostgresLog() {}

    /** How long a log is by now. */
    static long length(Path log) throws IOException {
        return Files.size(log);
    }

    /** The first grave thing that was written since; else what was said otherwise. */
    static String causeSince(Path log, long offset, String otherwise) throws IOException {
        byte[] all = Files.readAllBytes(log);
        int from = (int) Math.min(offset, all.length);
        String written =
                new String(Arrays.copyOfRange(all, from, all.length), StandardCharsets.UTF_8);
        return GRAVE.matcher(written).find() ? causeIn(written) : causeIn(otherwise);
    }

    /** The first grave thing in a text; else all of it, on one line. */
    static String causeIn(String said) {
        Matcher grave = GRAVE.matcher(said);
        return grave.find() ? grave.group(1).strip() : said.replace('\n', ' ').strip();
    }
}
