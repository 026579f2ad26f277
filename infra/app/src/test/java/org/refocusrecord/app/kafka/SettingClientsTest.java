package org.refocusrecord.app.kafka;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.refocusrecord.kafka.KafkaClients;
import org.refocusrecord.kafka.KafkaSettings;
import org.springframework.boot.context.properties.bind.Binder;
import org.springframework.boot.context.properties.bind.PropertySourcesPlaceholdersResolver;
import org.springframework.boot.context.properties.source.ConfigurationPropertySources;
import org.springframework.boot.env.YamlPropertySourceLoader;
import org.springframework.core.env.MutablePropertySources;
import org.springframework.core.env.StandardEnvironment;
import org.springframework.core.env.SystemEnvironmentPropertySource;
import org.springframework.core.io.ByteArrayResource;
import org.springframework.core.io.ClassPathResource;
import org.springframework.core.io.Resource;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.HashMap;
import java.util.Map;

/** What is set below {@code refocus.kafka.client} reaches every client under Kafka's own names. */
class SettingClientsTest {

    private static final String LOGIN =
            "org.apache.kafka.common.security.scram.ScramLoginModule required"
                    + " username=\"refocus\" password=\"Secret-1\";";

    @Test
    void lines_of_a_file_may_be_nested_or_written_as_kafka_writes_them() throws IOException {
        KafkaSettings settings =
                settings(
                        """
                        refocus:
                            kafka:
                                client:
                                    security:
                                        protocol: SASL_SSL
                                    sasl.mechanism: SCRAM-SHA-512
                                    sasl.jaas.config: '%s'
                                    ssl:
                                        truststore:
                                            location: /etc/refocus/Trust.p12
                                            password: Secret-2
                        """
                                .formatted(LOGIN),
                        Map.of());

        reach(
                settings,
                Map.of(
                        "security.protocol",
                        "SASL_SSL",
                        "sasl.mechanism",
                        "SCRAM-SHA-512",
                        "sasl.jaas.config",
                        LOGIN,
                        "ssl.truststore.location",
                        "/etc/refocus/Trust.p12",
                        "ssl.truststore.password",
                        "Secret-2"));
    }

    @Test
    void variables_of_the_environment_add_to_the_lines_of_a_file_and_take_their_place()
            throws IOException {
        KafkaSettings settings =
                settings(
                        """
                        refocus.kafka.client:
                            sasl.mechanism: PLAIN
                            ssl.truststore.location: /etc/refocus/Trust.p12
                        """,
                        Map.of(
                                "REFOCUS_KAFKA_CLIENT_SECURITY_PROTOCOL",
                                "SASL_SSL",
                                "REFOCUS_KAFKA_CLIENT_SASL_MECHANISM",
                                "SCRAM-SHA-512",
                                "REFOCUS_KAFKA_CLIENT_SASL_JAAS_CONFIG",
                                LOGIN));

        reach(
                settings,
                Map.of(
                        "security.protocol",
                        "SASL_SSL",
                        "sasl.mechanism",
                        "SCRAM-SHA-512",
                        "sasl.jaas.config",
                        LOGIN,
                        "ssl.truststore.location",
                        "/etc/refocus/Trust.p12"));
    }

    @Test
    void both_ways_that_the_guide_shows_set_the_same_login() throws IOException {
        String file = GuideToKafka.example("yaml", "sasl.jaas.config");
        Map<String, Object> environment = new HashMap<>();
        GuideToKafka.exports(GuideToKafka.example("sh", "REFOCUS_KAFKA_CLIENT_"))
                .results()
                .forEach(export -> environment.put(export.group(1), export.group(2)));

        Map<String, String> byFile = settings(file, Map.of()).client();
        Map<String, String> byEnvironment = settings("", environment).client();

        assertThat(byEnvironment)
                .containsOnlyKeys("security.protocol", "sasl.mechanism", "sasl.jaas.config");
        assertThat(byFile)
                .containsAllEntriesOf(byEnvironment)
                .containsKeys("ssl.truststore.location", "ssl.truststore.password");
        assertThat(environment).containsKey("KAFKA_BOOTSTRAP_SERVERS");
    }

    @Test
    void what_keeps_the_promises_cannot_be_set_otherwise() throws IOException {
        KafkaSettings settings =
                settings(
                        """
                        refocus.kafka.client:
                            acks: 1
                            retries: 0
                            enable.idempotence: false
                            delivery.timeout.ms: 1000
                            transactional.id: of-all
                            partitioner.class: com.example.AnyPartition
                            group.instance.id: of-all
                            enable.auto.commit: true
                            auto.offset.reset: latest
                            isolation.level: read_uncommitted
                        """,
                        Map.of());
        KafkaClients clients = new KafkaClients(settings);

        assertThat(clients.producer("any"))
                .containsEntry("acks", "all")
                .containsEntry("retries", Integer.MAX_VALUE)
                .containsEntry("enable.idempotence", true)
                .containsEntry("delivery.timeout.ms", Integer.MAX_VALUE)
                .doesNotContainKeys("transactional.id", "partitioner.class");
        assertThat(clients.consumer("any", "group"))
                .containsEntry("enable.auto.commit", false)
                .containsEntry("auto.offset.reset", "earliest")
                .containsEntry("isolation.level", "read_committed")
                .doesNotContainKey("group.instance.id");
    }

    @Test
    void as_it_comes_nothing_is_set() throws IOException {
        assertThat(settings("", Map.of()).client()).isEmpty();
    }

    private static void reach(KafkaSettings settings, Map<String, String> properties) {
        KafkaClients clients = new KafkaClients(settings);
        assertThat(settings.client()).isEqualTo(properties);
        assertThat(clients.producer("any")).containsAllEntriesOf(properties);
        assertThat(clients.consumer("any", "group")).containsAllEntriesOf(properties);
        assertThat(settings.toString()).doesNotContain("Secret");
    }

    /** As the server reads them: a file in the data folder, and the environment above it. */
    private static KafkaSettings settings(String file, Map<String, Object> environment)
            throws IOException {
        MutablePropertySources sources = new MutablePropertySources();
        sources.addLast(
                new SystemEnvironmentPropertySource(
                        StandardEnvironment.SYSTEM_ENVIRONMENT_PROPERTY_SOURCE_NAME, environment));
        add(sources, "of the folder", new ByteArrayResource(file.getBytes(StandardCharsets.UTF_8)));
        add(sources, "as it comes", new ClassPathResource("application.yml"));
        return new Binder(
                        ConfigurationPropertySources.from(sources),
                        new PropertySourcesPlaceholdersResolver(sources))
                .bind("refocus.kafka", KafkaSettings.class)
                .get();
    }

    private static void add(MutablePropertySources sources, String name, Resource resource)
            throws IOException {
        new YamlPropertySourceLoader().load(name, resource).forEach(sources::addLast);
    }
}
