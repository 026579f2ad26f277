package org.refocusrecord.web;

import org.springframework.boot.tomcat.ConfigurableTomcatWebServerFactory;
import org.springframework.boot.web.server.WebServerFactoryCustomizer;

/**
 * Keeps little of an answer on the way. The system would keep megabytes of a large one, and says
 * that there is room again when a third of them was taken; a reader on a slow line, who takes some
 * all the time, would look for many seconds as if he took nothing, and be cut off.
 */
final class SmallSendBuffers
        implements WebServerFactoryCustomizer<ConfigurableTomcatWebServerFactory> {

    private static final int BYTES = 1 << 17;

    @Override
    public void customize(ConfigurableTomcatWebServerFactory factory) {
        factory.addConnectorCustomizers(
                connector -> connector.setProperty("socket.txBufSize", Integer.toString(BYTES)));
    }
}
