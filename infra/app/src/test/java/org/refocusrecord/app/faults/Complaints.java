package org.refocusrecord.app.faults;

import ch.qos.logback.classic.Level;
import ch.qos.logback.classic.Logger;
import ch.qos.logback.classic.spi.ILoggingEvent;
import ch.qos.logback.core.AppenderBase;

import org.slf4j.LoggerFactory;

import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;

/** What the service itself complains of in its log, warnings and worse. */
final class Complaints extends AppenderBase<ILoggingEvent> implements AutoCloseable {

    private final List<String> words = new CopyOnWriteArrayList<>();
    private final Logger ours = (Logger) LoggerFactory.getLogger("org.refocusrecord");

    private Complaints() {}

    static Complaints heard() {
        Complaints complaints = new Complaints();
        complaints.start();
        complaints.ours.addAppender(complaints);
        return complaints;
    }

    @Override
    protected void append(ILoggingEvent event) {
        if (event.getLevel().isGreaterOrEqual(Level.WARN)) {
            words.add(event.getLoggerName() + ": " + event.getFormattedMessage());
        }
    }

    List<String> words() {
        return words;
    }

    @Override
    public void close() {
        ours.detachAppender(this);
        stop();
    }
}
