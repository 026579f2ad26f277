package org.refocusrecord.security;

import jakarta.servlet.DispatcherType;

import org.springframework.beans.factory.annotation.Qualifier;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.http.HttpMethod;
import org.springframework.http.HttpStatus;
import org.springframework.security.config.ObjectPostProcessor;
import org.springframework.security.config.annotation.web.builders.HttpSecurity;
import org.springframework.security.config.annotation.web.configuration.EnableWebSecurity;
import org.springframework.security.config.annotation.web.configurers.AbstractHttpConfigurer;
import org.springframework.security.config.http.SessionCreationPolicy;
import org.springframework.security.config.observation.SecurityObservationSettings;
import org.springframework.security.oauth2.core.OAuth2AuthenticationException;
import org.springframework.security.oauth2.core.OAuth2ErrorCodes;
import org.springframework.security.oauth2.jwt.Jwt;
import org.springframework.security.oauth2.jwt.JwtDecoder;
import org.springframework.security.oauth2.server.resource.web.authentication.BearerTokenAuthenticationFilter;
import org.springframework.security.web.SecurityFilterChain;
import org.springframework.security.web.firewall.HttpFirewall;
import org.springframework.security.web.firewall.RequestRejectedHandler;
import org.springframework.security.web.firewall.StrictHttpFirewall;
import org.springframework.web.method.support.HandlerMethodArgumentResolver;
import org.springframework.web.server.ResponseStatusException;
import org.springframework.web.servlet.HandlerExceptionResolver;
import org.springframework.web.servlet.config.annotation.WebMvcConfigurer;

import java.util.List;

/**
 * Every call needs a valid token, but for what is open to all. What a caller with a token may do is
 * asked by the controllers, of the {@link Caller}. Whoever puts the server together gives the
 * decoder: of the {@link LocalIssuer}, or of an {@link OutsideIssuer}.
 */
@Configuration(proxyBeanMethods = false)
@EnableWebSecurity
public class SecurityConfiguration implements WebMvcConfigurer {

    private static final String[] OPEN_TO_ALL = {
        "/actuator/health",
        "/actuator/health/**",
        "/openapi.json",
        "/problems",
        "/problems/**",
        "/api/v1/integrity/checkpoint",
        "/api/v1/integrity/public-key",
        "/api/v1/integrity/consistency"
    };

    @Override
    public void addArgumentResolvers(List<HandlerMethodArgumentResolver> resolvers) {
        resolvers.add(new CallerArguments());
    }

    @Bean
    SecurityFilterChain everyCall(
            HttpSecurity http,
            JwtDecoder decoder,
            @Qualifier("handlerExceptionResolver") HandlerExceptionResolver answers) {
        Refusals refusals = new Refusals(answers);
        return http.csrf(AbstractHttpConfigurer::disable)
                .logout(AbstractHttpConfigurer::disable)
                .requestCache(AbstractHttpConfigurer::disable)
                .sessionManagement(
                        session -> session.sessionCreationPolicy(SessionCreationPolicy.STATELESS))
                .authorizeHttpRequests(calls ->
                        calls.dispatcherTypeMatchers(DispatcherType.ERROR, DispatcherType.ASYNC)
                                .permitAll()
                                .requestMatchers(HttpMethod.GET, OPEN_TO_ALL)
                                .permitAll()
                                .requestMatchers(HttpMethod.HEAD, OPEN_TO_ALL)
                                .permitAll()
                                .anyRequest()
                                .authenticated())
                .oauth2ResourceServer(server ->
                        server.bearerTokenResolver(new HeaderTokens())
                                .authenticationEntryPoint(refusals)
                                .accessDeniedHandler(refusals)
                                .withObjectPostProcessor(answeringBy(refusals))
                                .jwt(jwt ->
                                        jwt.decoder(decoder)
                                                .jwtAuthenticationConverter(
                                                        SecurityConfiguration::caller)))
                .exceptionHandling(refused ->
                        refused.authenticationEntryPoint(refusals).accessDeniedHandler(refusals))
                .build();
    }

    /** A request is observed once, where it is answered, and not at each of a dozen filters. */
    @Bean
    SecurityObservationSettings noObservations() {
        return SecurityObservationSettings.noObservations();
    }

    /** A method that nobody knows is refused where it is known which ones there are. */
    @Bean
    HttpFirewall anyMethod() {
        StrictHttpFirewall firewall = new StrictHttpFirewall();
        firewall.setUnsafeAllowAnyHttpMethod(true);
        return firewall;
    }

    /** What is left to refuse before any door is a path in a form that no path here has. */
    @Bean
    RequestRejectedHandler oddPaths(
            @Qualifier("handlerExceptionResolver") HandlerExceptionResolver answers) {
        return (request, response, _) ->
                answers.resolveException(
                        request, response, null, new ResponseStatusException(HttpStatus.NOT_FOUND));
    }

    /**
     * Left to itself, the filter would throw where an issuer is away, and that would be a fault.
     */
    private static ObjectPostProcessor<BearerTokenAuthenticationFilter> answeringBy(
            Refusals refusals) {
        return new ObjectPostProcessor<>() {
            @Override
            public <O extends BearerTokenAuthenticationFilter> O postProcess(O filter) {
                filter.setAuthenticationFailureHandler(refusals::commence);
                return filter;
            }
        };
    }

    private static CallerToken caller(Jwt jwt) {
        return Claims.read(jwt.getClaims())
                .map(CallerToken::new)
                .orElseThrow(
                        () -> new OAuth2AuthenticationException(OAuth2ErrorCodes.INVALID_TOKEN));
    }
}
