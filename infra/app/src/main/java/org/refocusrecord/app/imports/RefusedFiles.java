package org.refocusrecord.app.imports;

import org.jspecify.annotations.Nullable;
import org.refocusrecord.app.data.Hindrance;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.TreeMap;

/** Where the refused lines of each file of an import go; several may go to one place. */
final class RefusedFiles implements AutoCloseable {

    private final @Nullable Path named;
    private final Map<Path, RefusedLines> places = new TreeMap<>();

    /**
     * @param named where those of all files go; null: for each beside it
     */
    RefusedFiles(@Nullable Path named) {
        this.named = named;
    }

    /**
     * Before anything is sent: makes sure of every place, and that none is itself imported. What
     * earlier imports left there stays until there is an outcome.
     */
    void prepare(List<ImportSource> sources) {
        for (ImportSource source : sources) {
            places.computeIfAbsent(place(source), RefusedLines::new);
        }
        places.keySet().forEach(place -> sources.forEach(source -> requireApart(place, source)));
        places.values().forEach(RefusedLines::requirePlace);
    }

    private static void requireApart(Path place, ImportSource source) {
        try {
            if (Files.exists(place) && Files.isSameFile(place, source.file())) {
                throw new Hindrance(
                        "%s would be imported and be written anew with what is refused. Say where refused lines go, with --refused FILE, or leave it out. Nothing was sent."
                                .formatted(source));
            }
        } catch (IOException unreadable) {
            throw new Hindrance("%s cannot be looked at.".formatted(place), unreadable);
        }
    }

    RefusedLines of(ImportSource source) {
        return Objects.requireNonNull(places.get(place(source)));
    }

    private Path place(ImportSource source) {
        return (named == null ? source.refused() : named).toAbsolutePath().normalize();
    }

    @Override
    public void close() throws IOException {
        for (RefusedLines lines : places.values()) {
            lines.close();
        }
    }
}
