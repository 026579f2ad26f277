package org.refocusrecord.app;

import org.refocusrecord.app.server.ServerConfiguration;
import org.refocusrecord.command.CommandSideConfig;
import org.refocusrecord.command.door.inbox.InboxConfig;
import org.refocusrecord.kafka.KafkaConfiguration;
import org.refocusrecord.query.QuerySideConfig;
import org.refocusrecord.security.SecurityConfiguration;
import org.refocusrecord.web.WebConfiguration;
import org.springframework.boot.SpringBootConfiguration;
import org.springframework.boot.autoconfigure.EnableAutoConfiguration;
import org.springframework.context.annotation.Import;

/**
 * The server, put together: every module gives its configuration by name, and nothing is searched
 * for.
 */
@SpringBootConfiguration(proxyBeanMethods = false)
@EnableAutoConfiguration
@Import({
    ServerConfiguration.class,
    WebConfiguration.class,
    SecurityConfiguration.class,
    KafkaConfiguration.class,
    CommandSideConfig.class,
    InboxConfig.class,
    QuerySideConfig.class
})
public class RefocusApplication {}
