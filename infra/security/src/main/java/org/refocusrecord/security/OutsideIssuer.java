package org.refocusrecord.security;

import org.springframework.http.client.SimpleClientHttpRequestFactory;
import org.springframework.security.oauth2.jose.jws.SignatureAlgorithm;
import org.springframework.security.oauth2.jwt.JwtDecoder;
import org.springframework.security.oauth2.jwt.JwtDecoderInitializationException;
import org.springframework.security.oauth2.jwt.JwtException;
import org.springframework.security.oauth2.jwt.NimbusJwtDecoder;
import org.springframework.security.oauth2.jwt.SupplierJwtDecoder;
import org.springframework.web.client.RestOperations;
import org.springframework.web.client.RestTemplate;

import java.time.Duration;

/** Tokens of an identity provider outside, in the place of the local issuer. */
public final class OutsideIssuer {

    private static final Duration MOST = Duration.ofSeconds(3);

    private OutsideIssuer() {}

    /**
     * Trusts the tokens of an OpenID Connect issuer that are meant for us. It is asked for its keys
     * when the first token comes, so that a server starts while its provider is away.
     */
    public static JwtDecoder decoder(String issuer, String audience) {
        JwtDecoder decoder = asked(issuer, audience);
        return token -> {
            try {
                return decoder.decode(token);
            } catch (JwtDecoderInitializationException away) {
                // Nothing is wrong with the token, as far as anybody knows.
                throw new JwtException("the issuer was not reached", away);
            }
        };
    }

    /** An issuer that takes a connection and says nothing holds nobody up for long. */
    private static RestOperations inGoodTime() {
        SimpleClientHttpRequestFactory requests = new SimpleClientHttpRequestFactory();
        requests.setConnectTimeout(MOST);
        requests.setReadTimeout(MOST);
        return new RestTemplate(requests);
    }

    private static JwtDecoder asked(String issuer, String audience) {
        return new SupplierJwtDecoder(() -> {
            NimbusJwtDecoder decoder =
                    NimbusJwtDecoder.withIssuerLocation(issuer)
                            .jwsAlgorithm(SignatureAlgorithm.RS256)
                            .restOperations(inGoodTime())
                            .build();
            decoder.setJwtValidator(TokenRules.of(issuer, audience));
            return decoder;
        });
    }
}
