package org.refocusrecord.app.faults;

import ch.qos.logback.classic.Level;
import ch.qos.logback.classic.Logger;
import ch.qos.logback.classic.spi.ILoggingEvent;
import ch.qos.logback.core.AppenderBase;

import org.slf4j.LoggerFactory;

import java.time.Duration;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;

/** What the service itself complains of in its log, warnings and worse. */
final class Complaints extends AppenderBase<ILoggingEvent> implements AutoCloseable {

    private final List<String> words = new CopyOnWriteArrayList<>();
    private final Logger ours = (Logger) LoggerFactory.getLogger("org.refocusrecord");

    private final Thread listening = Thread.ofVirtual().unstarted(this::listen);

    private Complaints() {}

    static Complaints heard() {
        Complaints complaints = new Complaints();
        complaints.attach();
        complaints.listening.start();
        return complaints;
    }

    /** Another server of this JVM that starts meanwhile begins the log anew, without this. */
    private void listen() {
        try {
            while (true) {
                Thread.sleep(Duration.ofMillis(5));
                if (!ours.isAttached(this)) {
                    attach();
                }
            }
        } catch (InterruptedException closed) {
            Thread.currentThread().interrupt();
        }
    }

    private void attach() {
        start();
        ours.addAppender(this);
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
        listening.interrupt();
        try {
            listening.join();
        } catch (InterruptedException ended) {
            Thread.currentThread().interrupt();
        }
        ours.detachAppender(this);
        stop();
    }
}
