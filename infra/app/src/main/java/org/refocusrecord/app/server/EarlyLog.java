package org.refocusrecord.app.server;

import org.springframework.boot.logging.LoggingInitializationContext;
import org.springframework.boot.logging.LoggingSystem;
import org.springframework.core.env.StandardEnvironment;

/** The log, for parts that write to it before the application does. */
final class EarlyLog {

    private EarlyLog() {}

    /**
     * Readies it once and for all. Else the application would do so, and whoever wrote meanwhile
     * would find it taken apart.
     */
    static void ready() {
        LoggingSystem system = LoggingSystem.get(EarlyLog.class.getClassLoader());
        system.beforeInitialize();
        system.initialize(new LoggingInitializationContext(new StandardEnvironment()), null, null);
    }
}
