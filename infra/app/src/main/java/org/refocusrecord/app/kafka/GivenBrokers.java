package org.refocusrecord.app.kafka;

import org.springframework.boot.context.config.ConfigDataEnvironmentPostProcessor;
import org.springframework.boot.context.properties.bind.Binder;
import org.springframework.core.env.SimpleCommandLinePropertySource;
import org.springframework.core.env.StandardEnvironment;

import java.util.List;
import java.util.Optional;

/**
 * Brokers that somebody names: in KAFKA_BOOTSTRAP_SERVERS, or by any other way in which a setting
 * may be given. They take the place of one of our own.
 */
public final class GivenBrokers {

    /** The setting that names them. */
    public static final String SETTING = "refocus.kafka.bootstrap-servers";

    private GivenBrokers() {}

    /** Those named for a server with these settings; empty where none are. */
    public static Optional<String> namedBy(List<String> settings) {
        StandardEnvironment environment = new StandardEnvironment();
        environment
                .getPropertySources()
                .addFirst(new SimpleCommandLinePropertySource(settings.toArray(String[]::new)));
        ConfigDataEnvironmentPostProcessor.applyTo(environment);
        String named = Binder.get(environment).bind(SETTING, String.class).orElse("").strip();
        return named.isEmpty() ? Optional.empty() : Optional.of(named);
    }
}
