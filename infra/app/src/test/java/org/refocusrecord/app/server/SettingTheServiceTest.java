package org.refocusrecord.app.server;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.refocusrecord.command.door.CommandSettings;
import org.springframework.boot.context.properties.bind.Binder;
import org.springframework.boot.context.properties.source.ConfigurationPropertySources;
import org.springframework.boot.env.YamlPropertySourceLoader;
import org.springframework.core.io.ClassPathResource;

import java.io.IOException;
import java.time.Duration;
import java.time.ZoneId;

class SettingTheServiceTest {

    @ParameterizedTest
    @ValueSource(strings = {"our-issuer", "id.example.org", "https://", "https://id example.org"})
    void an_issuer_without_an_address_is_named_before_every_token_is_refused(String issuer) {
        assertThatThrownBy(() -> issuedBy(issuer))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("OIDC_ISSUER must be the address of an issuer");
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "https://id.example.org", "http://127.0.0.1:8081/realms/trust/"})
    void an_issuer_has_an_address_or_is_the_services_own(String issuer) {
        assertThat(issuedBy(issuer).oidcIssuer()).isEqualTo(issuer);
    }

    @Test
    void a_log_before_which_nobody_may_wait_is_none() {
        assertThatThrownBy(() -> set("", 0)).hasMessageContaining("refocus.most-waiting");
    }

    @Test
    void views_that_have_a_single_connection_would_never_move() {
        PoolSettings.Pool one =
                new PoolSettings.Pool(1, Duration.ofSeconds(5), Duration.ofSeconds(30));

        assertThatThrownBy(() -> new PoolSettings(one, one, one))
                .hasMessageContaining("refocus.pools.projector.size must be 2 at least");
    }

    @Test
    void as_it_comes_an_import_tries_again_where_a_turn_was_waited_for_in_vain()
            throws IOException {
        CommandSettings settings =
                new Binder(
                                ConfigurationPropertySources.from(
                                        new YamlPropertySourceLoader()
                                                .load(
                                                        "as it comes",
                                                        new ClassPathResource("application.yml"))))
                        .bind("refocus", CommandSettings.class)
                        .get();

        assertThat(settings.importPatience()).isGreaterThan(settings.longestTurn());
    }

    private static ServiceSettings issuedBy(String issuer) {
        return set(issuer, 1_000);
    }

    private static ServiceSettings set(String issuer, int mostWaiting) {
        return new ServiceSettings(ZoneId.of("Europe/London"), issuer, mostWaiting);
    }
}
