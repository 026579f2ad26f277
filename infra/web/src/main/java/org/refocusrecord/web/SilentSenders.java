package org.refocusrecord.web;

import org.apache.coyote.http11.AbstractHttp11Protocol;
import org.springframework.boot.tomcat.ConfigurableTomcatWebServerFactory;
import org.springframework.boot.web.server.WebServerFactoryCustomizer;

import java.time.Duration;

/**
 * Lets go of senders that say nothing in the midst of a body. Without it they would be waited for
 * as long as readers are: Tomcat has one patience for both, and readers on slow lines need much of
 * it.
 */
final class SilentSenders
        implements WebServerFactoryCustomizer<ConfigurableTomcatWebServerFactory> {

    private final Duration patience;

    /**
     * @param patience how long nothing may come of a body that has begun; where it is none, as long
     *     as Tomcat waits for readers
     */
    SilentSenders(Duration patience) {
        this.patience = patience;
    }

    @Override
    public void customize(ConfigurableTomcatWebServerFactory factory) {
        factory.addConnectorCustomizers(connector -> {
            if (patience.isPositive()
                    && connector.getProtocolHandler()
                            instanceof AbstractHttp11Protocol<?> protocol) {
                protocol.setDisableUploadTimeout(false);
                protocol.setConnectionUploadTimeout(Math.toIntExact(patience.toMillis()));
            }
        });
    }
}
