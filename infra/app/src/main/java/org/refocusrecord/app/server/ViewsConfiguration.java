package org.refocusrecord.app.server;

import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** Nobody is sent here to read before the views have caught up. */
@Configuration(proxyBeanMethods = false)
class ViewsConfiguration {

    @Bean
    Projections viewsOfTheLog(org.refocusrecord.query.projection.Projections views) {
        return views::haveCaughtUp;
    }
}
