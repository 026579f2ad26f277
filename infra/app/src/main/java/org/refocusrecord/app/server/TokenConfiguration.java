package org.refocusrecord.app.server;

import org.refocusrecord.app.data.DataFolder;
import org.refocusrecord.security.CheckedTokens;
import org.refocusrecord.security.LocalIssuer;
import org.refocusrecord.security.OutsideIssuer;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.security.oauth2.jwt.JwtDecoder;

import java.io.IOException;

/** Whose tokens are taken. */
@Configuration(proxyBeanMethods = false)
class TokenConfiguration {

    @Bean
    JwtDecoder jwtDecoder(ServiceSettings settings, DataFolder folder) throws IOException {
        return new CheckedTokens(
                settings.oidcIssuer().isBlank()
                        ? LocalIssuer.in(folder.path()).decoder()
                        : OutsideIssuer.decoder(settings.oidcIssuer(), LocalIssuer.AUDIENCE));
    }
}
