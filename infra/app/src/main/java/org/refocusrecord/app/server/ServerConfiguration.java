package org.refocusrecord.app.server;

import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.context.annotation.Configuration;
import org.springframework.context.annotation.Import;

/** What the program itself gives to the modules. */
@Configuration(proxyBeanMethods = false)
@EnableConfigurationProperties({
    ServiceSettings.class,
    PoolSettings.class,
    KeySettings.class,
    SealProperties.class
})
@Import({
    TimeConfiguration.class,
    StorageConfiguration.class,
    SealConfiguration.class,
    WatchConfiguration.class,
    AccessConfiguration.class,
    OutboxWatchConfiguration.class,
    InboxWatchConfiguration.class,
    TokenConfiguration.class,
    ReadinessConfiguration.class,
    ProblemConfiguration.class,
    ViewsConfiguration.class
})
public class ServerConfiguration {}
