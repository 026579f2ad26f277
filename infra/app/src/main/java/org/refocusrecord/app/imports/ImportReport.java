package org.refocusrecord.app.imports;

import org.jspecify.annotations.Nullable;
import org.refocusrecord.app.cli.MovingLine;
import org.refocusrecord.app.cli.Terminal;

import java.util.concurrent.atomic.AtomicBoolean;
import java.util.function.LongFunction;

/** Tells what became of an import, once, whatever ends it: also Ctrl-C. */
final class ImportReport implements AutoCloseable {

    private final ImportTally tally = new ImportTally();
    private final LongFunction<ImportProgress> progress;
    private final Thread atTheEnd = new Thread(this::tell, "telling what was imported");
    private final AtomicBoolean told = new AtomicBoolean();
    private volatile @Nullable ImportProgress shown;

    /**
     * @param progress shows how far a file of so many bytes is
     */
    ImportReport(LongFunction<ImportProgress> progress) {
        this.progress = progress;
    }

    static ImportReport begun() {
        ImportReport report =
                new ImportReport(size -> new ImportProgress(MovingLine.onError(), size));
        Runtime.getRuntime().addShutdownHook(report.atTheEnd);
        return report;
    }

    ImportTally tally() {
        return tally;
    }

    /**
     * Shows how far the next file is; a line that it stands on is ended before anything is told.
     */
    ImportProgress progress(long size) {
        ImportProgress next = progress.apply(size);
        shown = next;
        return next;
    }

    private void tell() {
        if (told.compareAndSet(false, true)) {
            ImportProgress last = shown;
            if (last != null) {
                last.close();
            }
            tally.told().forEach(Terminal::result);
        }
    }

    @Override
    public void close() {
        tell();
        try {
            Runtime.getRuntime().removeShutdownHook(atTheEnd);
        } catch (IllegalStateException ending) {
            // The process ends, and it was told already.
        }
    }
}
