package org.refocusrecord.app.kafka;

import ch.qos.logback.classic.Level;
import ch.qos.logback.classic.pattern.ThrowableProxyConverter;
import ch.qos.logback.classic.spi.ILoggingEvent;
import ch.qos.logback.core.filter.Filter;
import ch.qos.logback.core.spi.FilterReply;

import org.refocusrecord.app.data.OwnerOnly;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.time.Instant;

/**
 * Keeps from the console what a broker's own threads say, and writes it into a file, as PostgreSQL
 * does with what it has to say. What matters of it the server says itself, in words.
 */
public final class BrokerLog extends Filter<ILoggingEvent> {

    @Override
    public FilterReply decide(ILoggingEvent event) {
        if (Thread.currentThread().getThreadGroup() instanceof BrokerThreads threads) {
            threads.said(event);
            return FilterReply.DENY;
        }
        return FilterReply.NEUTRAL;
    }

    /** The file. A broker in a bad way says the same for hours, so it has a bound. */
    static final class File {

        private static final long LONGEST = 10 << 20;

        private final Path path;
        private final ThrowableProxyConverter traces = new ThrowableProxyConverter();

        File(Path path) {
            this.path = path;
            traces.start();
        }

        synchronized void write(ILoggingEvent event) {
            try {
                if (Files.exists(path) && Files.size(path) > LONGEST) {
                    Path before = path.resolveSibling(path.getFileName() + ".before");
                    Files.move(path, before, StandardCopyOption.REPLACE_EXISTING);
                }
                OwnerOnly.touch(path);
                Files.writeString(path, line(event), StandardOpenOption.APPEND);
            } catch (IOException full) {
                // What matters is said by the server, and this disk may be what it is about.
                return;
            }
        }

        private String line(ILoggingEvent event) {
            return "%s %-5s %s: %s%n%s"
                    .formatted(
                            Instant.ofEpochMilli(event.getTimeStamp()),
                            event.getLevel(),
                            event.getLoggerName(),
                            event.getFormattedMessage(),
                            event.getLevel().isGreaterOrEqual(Level.ERROR)
                                    ? traces.convert(event)
                                    : "");
        }
    }
}
