package org.refocusrecord.query.door;

import jakarta.servlet.http.HttpServletRequest;

import org.apache.commons.csv.CSVFormat;
import org.apache.commons.csv.CSVPrinter;
import org.jspecify.annotations.Nullable;
import org.refocusrecord.events.Person;
import org.springframework.http.MediaType;

import java.io.IOException;
import java.io.OutputStream;
import java.io.OutputStreamWriter;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.Collection;
import java.util.List;
import java.util.stream.Collectors;

/**
 * Tables for spreadsheets (RFC 4180): ids, codes, days and people, but no text of a person, so that
 * a file that is passed around tells nothing that was said, and no cell can be taken for a formula.
 */
final class Csv {

    static final MediaType TYPE = new MediaType("text", "csv", StandardCharsets.UTF_8);

    private final CSVPrinter printer;

    /** Begins a table with its header. */
    Csv(OutputStream out, List<String> header) {
        try {
            printer =
                    new CSVPrinter(
                            new OutputStreamWriter(out, StandardCharsets.UTF_8), CSVFormat.RFC4180);
            printer.printRecord(header);
        } catch (IOException gone) {
            throw new UncheckedIOException(gone);
        }
    }

    /** Whether a table is asked for by name. */
    static boolean isWanted(HttpServletRequest request) {
        return Answered.wants(request, TYPE);
    }

    void row(@Nullable Object... values) {
        try {
            printer.printRecord(Arrays.stream(values).map(Csv::cell).toList());
        } catch (IOException gone) {
            throw new UncheckedIOException(gone);
        }
    }

    void flush() {
        try {
            printer.flush();
        } catch (IOException gone) {
            throw new UncheckedIOException(gone);
        }
    }

    /** Several of a kind stand in one cell, with spaces between them. */
    private static String cell(@Nullable Object value) {
        return switch (value) {
            case null -> "";
            case Person person -> person.party() + "/" + person.id();
            case Collection<?> many ->
                    many.stream().map(Csv::cell).collect(Collectors.joining(" "));
            default -> value.toString();
        };
    }
}
