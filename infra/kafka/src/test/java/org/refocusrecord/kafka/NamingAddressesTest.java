package org.refocusrecord.kafka;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator.ReplaceUnderscores;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

import java.time.Duration;
import java.util.Map;

/** An address at which no broker can ever be is no outage, and nobody waits for it. */
@DisplayNameGeneration(ReplaceUnderscores.class)
class NamingAddressesTest {

    @ParameterizedTest
    @ValueSource(
            strings = {
                "one",
                "one:9092,two",
                "one:99999",
                "one:port",
                "one:0",
                ":9092,",
                "one:9092,"
            })
    void what_has_no_host_and_port_is_refused_by_its_name(String addresses) {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> settings(addresses))
                .withMessageContainingAll("KAFKA_BOOTSTRAP_SERVERS", "takes host:port");
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "one:9092", "one:9092, two:9093", "[::1]:9092", "10.0.0.1:65535"})
    void others_are_taken(String addresses) {
        assertThat(settings(addresses).bootstrapServers()).isEqualTo(addresses);
    }

    private static KafkaSettings settings(String addresses) {
        return new KafkaSettings(addresses, Map.of(), 1, 1, Duration.ofDays(1));
    }
}
