package org.refocusrecord.kafka;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import ch.qos.logback.classic.Logger;
import ch.qos.logback.classic.spi.ILoggingEvent;
import ch.qos.logback.core.read.ListAppender;

import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.consumer.KafkaConsumer;
import org.apache.kafka.clients.producer.KafkaProducer;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.common.errors.SaslAuthenticationException;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.parallel.Isolated;
import org.refocusrecord.testkit.broker.TestCluster;
import org.slf4j.LoggerFactory;

import java.io.PrintWriter;
import java.io.StringWriter;
import java.time.Duration;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** Brokers that let nobody in without a password, as a cluster in earnest does. */
@Isolated("it hears all that is said in the log")
class ComingInWithAPasswordTest {

    private static final String SECRET = "a-word-that-nobody-is-told";
    private static final String LOGIN =
            "org.apache.kafka.common.security.plain.PlainLoginModule required"
                    + " username=\"refocus\" password=\"%s\"";
    private static final String TOPIC = "behind-a-door";

    private static final TestCluster CLUSTER =
            TestCluster.of(
                    1,
                    Map.of(
                            "listener.security.protocol.map",
                            "PLAINTEXT:SASL_PLAINTEXT,CONTROLLER:PLAINTEXT",
                            "inter.broker.listener.name",
                            "PLAINTEXT",
                            "sasl.enabled.mechanisms",
                            "PLAIN",
                            "sasl.mechanism.inter.broker.protocol",
                            "PLAIN",
                            "listener.name.plaintext.plain.sasl.jaas.config",
                            LOGIN.formatted(SECRET) + " user_refocus=\"%s\";".formatted(SECRET)));

    private final Logger root = (Logger) LoggerFactory.getLogger(org.slf4j.Logger.ROOT_LOGGER_NAME);
    private final ListAppender<ILoggingEvent> said = new ListAppender<>();

    @BeforeEach
    void listen() {
        said.start();
        root.addAppender(said);
    }

    @AfterEach
    void stopListening() {
        root.detachAppender(said);
    }

    @AfterAll
    static void end() {
        CLUSTER.close();
    }

    @Test
    void whoever_has_the_password_comes_in_by_every_client_and_it_is_told_nobody()
            throws Exception {
        KafkaSettings settings = settings(withPassword(SECRET));
        KafkaClients clients = new KafkaClients(settings);
        make(settings);
        try (KafkaProducer<byte[], byte[]> producer =
                        new KafkaProducer<>(clients.producer("writer"));
                KafkaConsumer<byte[], byte[]> consumer =
                        new KafkaConsumer<>(clients.consumer("reader", "group"))) {
            producer.send(new ProducerRecord<>(TOPIC, new byte[] {1})).get();
            consumer.subscribe(List.of(TOPIC));
            int read = 0;
            while (read == 0) {
                read = consumer.poll(Duration.ofSeconds(1)).count();
            }
            assertThat(read).isEqualTo(1);
        }

        assertThat(settings.toString()).doesNotContain(SECRET);
        assertThat(List.copyOf(said.list))
                .isNotEmpty()
                .noneMatch(event -> event.getFormattedMessage().contains(SECRET));
    }

    @Test
    void whoever_has_another_does_not_and_the_cause_says_why_but_not_by_which() {
        assertThatThrownBy(() -> make(settings(withPassword("another"))))
                .isInstanceOf(KafkaNotReachable.class)
                .hasRootCauseInstanceOf(SaslAuthenticationException.class)
                .satisfies(refused ->
                        assertThat(trace(refused)).doesNotContain(SECRET, "\"another\""));
    }

    @Test
    void whoever_has_none_does_not() {
        assertThatThrownBy(() -> make(settings(Map.of()))).isInstanceOf(KafkaNotReachable.class);
    }

    private static void make(KafkaSettings settings) {
        try (Admin admin = new KafkaClients(settings).admin()) {
            new Topics(settings).make(admin, List.of(new Topics.Needed(TOPIC, 1_000, false)));
        }
    }

    private static Map<String, String> withPassword(String password) {
        return Map.of(
                "security.protocol",
                "SASL_PLAINTEXT",
                "sasl.mechanism",
                "PLAIN",
                "sasl.jaas.config",
                LOGIN.formatted(password) + ";");
    }

    private static KafkaSettings settings(Map<String, String> client) {
        Map<String, String> impatient = new HashMap<>(client);
        impatient.put("default.api.timeout.ms", "2000");
        impatient.put("request.timeout.ms", "1500");
        return new KafkaSettings(CLUSTER.bootstrapServers(), impatient, 1, 1, Duration.ofDays(1));
    }

    private static String trace(Throwable thrown) {
        StringWriter trace = new StringWriter();
        thrown.printStackTrace(new PrintWriter(trace));
        return trace.toString();
    }
}
