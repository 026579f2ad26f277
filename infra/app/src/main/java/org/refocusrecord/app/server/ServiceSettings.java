package org.refocusrecord.app.server;

import org.springframework.boot.context.properties.ConfigurationProperties;

import java.time.ZoneId;

/**
 * How the service is set.
 *
 * @param zone the zone in which a day is a day
 * @param oidcIssuer whose tokens are taken; blank: those of the local issuer
 * @param mostWaiting how many commands may wait for the log on this node before others are turned
 *     away
 */
@ConfigurationProperties("refocus")
public record ServiceSettings(ZoneId zone, String oidcIssuer, int mostWaiting) {

    /** Refuses what no service can mean. */
    public ServiceSettings {
        if (mostWaiting < 1) {
            throw new IllegalArgumentException("refocus.most-waiting must be 1 or more");
        }
        if (!oidcIssuer.isBlank() && !oidcIssuer.matches("https?://[^\\s/?#]+(/[^\\s?#]*)?")) {
            throw new IllegalArgumentException(
                    "OIDC_ISSUER must be the address of an issuer, such as https://id.example.org");
        }
    }
}
