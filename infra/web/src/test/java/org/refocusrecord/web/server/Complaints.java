package org.refocusrecord.web.server;

import ch.qos.logback.classic.Level;
import ch.qos.logback.classic.Logger;
import ch.qos.logback.classic.spi.ILoggingEvent;
import ch.qos.logback.core.AppenderBase;

import org.slf4j.LoggerFactory;

import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;

/** What anybody complains of in the log, the container too: warnings and worse. */
final class Complaints extends AppenderBase<ILoggingEvent> implements AutoCloseable {

    private final List<ILoggingEvent> events = new CopyOnWriteArrayList<>();
    private final Logger all = (Logger) LoggerFactory.getLogger(Logger.ROOT_LOGGER_NAME);

    private Complaints() {}

    static Complaints heard() {
        Complaints complaints = new Complaints();
        complaints.start();
        complaints.all.addAppender(complaints);
        return complaints;
    }

    @Override
    protected void append(ILoggingEvent event) {
        if (event.getLevel().isGreaterOrEqual(Level.WARN)) {
            events.add(event);
        }
    }

    List<String> words() {
        return events.stream().map(ILoggingEvent::getFormattedMessage).toList();
    }

    /** How many with a stack trace. */
    long traces() {
        return events.stream().filter(event -> event.getThrowableProxy() != null).count();
    }

    @Override
    public void close() {
        all.detachAppender(this);
        stop();
    }
}
