package org.refocusrecord.command;

import ch.qos.logback.classic.Level;
import ch.qos.logback.classic.Logger;
import ch.qos.logback.classic.spi.ILoggingEvent;
import ch.qos.logback.core.AppenderBase;

import org.slf4j.LoggerFactory;

import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;

/** What the command side says in the log of the program, warnings and worse. */
final class Logged extends AppenderBase<ILoggingEvent> implements AutoCloseable {

    private final List<String> lines = new CopyOnWriteArrayList<>();
    private final Logger ours = (Logger) LoggerFactory.getLogger("org.refocusrecord");

    Logged() {
        start();
        ours.addAppender(this);
    }

    @Override
    protected void append(ILoggingEvent event) {
        if (event.getLevel().isGreaterOrEqual(Level.WARN)) {
            lines.add(event.getLevel() + " " + event.getFormattedMessage());
        }
    }

    List<String> lines() {
        return lines;
    }

    @Override
    public void close() {
        ours.detachAppender(this);
        stop();
    }
}
