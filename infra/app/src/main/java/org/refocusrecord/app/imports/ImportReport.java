package org.refocusrecord.app.imports;

import org.refocusrecord.app.cli.Terminal;

import java.util.concurrent.atomic.AtomicBoolean;

/** Tells what became of an import, once, whatever ends it: also Ctrl-C. */
final class ImportReport implements AutoCloseable {

    private final ImportTally tally;
    private final Thread atTheEnd = new Thread(this::tell, "telling what was imported");
    private final AtomicBoolean told = new AtomicBoolean();

    private ImportReport(ImportTally tally) {
        this.tally = tally;
    }

    static ImportReport of(ImportTally tally) {
        ImportReport report = new ImportReport(tally);
        Runtime.getRuntime().addShutdownHook(report.atTheEnd);
        return report;
    }

    private void tell() {
        if (told.compareAndSet(false, true)) {
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
