package org.refocusrecord.security;

import org.jspecify.annotations.Nullable;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.boot.autoconfigure.EnableAutoConfiguration;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.context.annotation.Import;
import org.springframework.http.HttpStatus;
import org.springframework.http.ResponseEntity;
import org.springframework.security.oauth2.jwt.JwtDecoder;
import org.springframework.web.bind.annotation.ExceptionHandler;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RestController;
import org.springframework.web.bind.annotation.RestControllerAdvice;

import java.io.IOException;
import java.nio.file.Path;

/** A server with one door for anybody with a token, one for auditors, and one for all. */
@Configuration(proxyBeanMethods = false)
@EnableAutoConfiguration
@Import(SecurityConfiguration.class)
class TestServer {

    @Bean
    JwtDecoder decoder(@Value("${data:}") String data, @Value("${issuer:}") String issuer)
            throws IOException {
        return !issuer.isEmpty()
                ? OutsideIssuer.decoder(issuer, LocalIssuer.AUDIENCE)
                : LocalIssuer.in(Path.of(data)).decoder();
    }

    @RestController
    static final class Doors {

        @GetMapping("/who")
        String who(Caller caller) {
            return caller.toString();
        }

        @GetMapping("/audit")
        String audit(Caller caller, @Nullable Purpose purpose) {
            caller.require(Role.AUDITOR, Role.SERVICE_USER);
            return String.valueOf(purpose);
        }

        @GetMapping("/problems/any")
        String open() {
            return "open";
        }
    }

    @RestControllerAdvice
    static final class Advice {
        @ExceptionHandler
        ResponseEntity<String> refused(AccessRefused refused) {
            HttpStatus status =
                    switch (refused.code()) {
                        case "token.missing", "token.not-valid" -> HttpStatus.UNAUTHORIZED;
                        case "issuer.not-reachable" -> HttpStatus.SERVICE_UNAVAILABLE;
                        case "role.not-enough" -> HttpStatus.FORBIDDEN;
                        default -> HttpStatus.BAD_REQUEST;
                    };
            return ResponseEntity.status(status).body(refused.pointer() + " " + refused.code());
        }
    }
}
