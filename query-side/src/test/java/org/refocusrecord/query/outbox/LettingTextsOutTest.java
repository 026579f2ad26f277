package org.refocusrecord.query.outbox;

import static org.assertj.core.api.Assertions.assertThat;

import static java.nio.charset.StandardCharsets.UTF_8;

import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.common.header.Header;
import org.junit.jupiter.api.AutoClose;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator.ReplaceUnderscores;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.refocusrecord.eventlog.Forgetting;
import org.refocusrecord.events.AnyId;
import org.refocusrecord.events.CaseId;
import org.refocusrecord.events.EntryId;
import org.refocusrecord.events.EventId;
import org.refocusrecord.events.GoalId;
import org.refocusrecord.events.Sharing;
import org.refocusrecord.events.Wording;
import org.refocusrecord.events.Words;
import org.refocusrecord.events.correction.EntryAmended;
import org.refocusrecord.events.correction.WordsErased;
import org.refocusrecord.events.goal.GoalVoiced;
import org.refocusrecord.events.session.OwnEntriesWritten;
import org.refocusrecord.kafka.KafkaSettings;
import org.refocusrecord.testkit.broker.TestCluster;
import org.refocusrecord.testkit.broker.TopicRead;

import java.io.ByteArrayOutputStream;
import java.time.Instant;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import java.util.regex.Pattern;

/** Which of the texts of the log stand on a topic, looked for in all its bytes. */
@Timeout(60)
@DisplayNameGeneration(ReplaceUnderscores.class)
class LettingTextsOutTest {

    private static final KafkaSettings BROKERS =
            OutboxNode.brokers(TestCluster.shared().bootstrapServers());

    private static final String TEAMS = "To play \"St. James\" on the trumpet, Höhe & →";
    private static final String BETWEEN_TWO = "To tell my brother why.";
    private static final String OWN = "To be left in peace.";
    private static final String ERASED = "To move to Hastings.";
    private static final String REASON = "Written too narrowly.";

    @AutoClose private final LogToSend log = new LogToSend();
    private final String topic = "texts-" + System.nanoTime();
    private final String stream = log.opened();
    private final CaseId caseId = new CaseId(UUID.fromString(stream.substring("case/".length())));

    private EventId voiced(String text, Sharing sharing) {
        GoalVoiced voiced = goal(said(text, sharing));
        return log.record(stream, voiced);
    }

    private static GoalVoiced goal(Words statement) {
        return new GoalVoiced(
                new EntryId(new UUID(8, 1)), new GoalId(new UUID(8, 2)), statement, null);
    }

    private static Words said(String text, Sharing sharing) {
        return new Words.Said(text, LogToSend.PERSON, Wording.WRITTEN_BY_THEM, "en", sharing);
    }

    private void recordAll() {
        log.record(
                stream,
                new OwnEntriesWritten(
                        LogToSend.command(), caseId, Instant.EPOCH, LogToSend.PERSON));
        EventId teams = voiced(TEAMS, Sharing.TEAM);
        voiced(BETWEEN_TWO, Sharing.WORKER_AND_PERSON);
        voiced(OWN, Sharing.PERSON_ONLY);
        EventId erased = voiced(ERASED, Sharing.TEAM);
        log.record(
                stream,
                new Forgetting.OfEvents(Set.of(erased)),
                new WordsErased(
                        LogToSend.command(), caseId, LogToSend.command(), LogToSend.PERSON));
        log.record(
                stream,
                new EntryAmended(
                        LogToSend.command(),
                        caseId,
                        new AnyId(new UUID(8, 1)),
                        null,
                        said(REASON, Sharing.TEAM),
                        "goal.voiced",
                        1,
                        goal(new Words.From(teams, 0)),
                        null,
                        LogToSend.PERSON));
    }

    private TopicRead sent(WordsPolicy policy) {
        recordAll();
        try (OutboxNode node = OutboxNode.started(log, BROKERS, topic, policy)) {
            node.caughtUp();
        }
        return TopicRead.of(BROKERS.bootstrapServers(), topic);
    }

    @Test
    void a_text_whose_key_is_damaged_holds_all_up_and_is_named_and_those_before_it_are_sent() {
        voiced(TEAMS, Sharing.TEAM);
        EventId damaged = voiced(TEAMS, Sharing.TEAM);
        log.execute("alter table refocus_keys.data_key disable trigger all");
        log.execute(
                "update refocus_keys.data_key set wrapped = '\\x00' where event_id = '%s'"
                        .formatted(damaged));
        try (OutboxNode node = OutboxNode.started(log, BROKERS, topic, WordsPolicy.TEAM)) {
            OutboxNode.eventually(() -> node.follower.fault() != null);

            assertThat(node.follower.fault())
                    .startsWith("the event at position 3 cannot be sent: ");
            OutboxNode.eventually(() -> node.position() == 2);
        }
        assertThat(bytes(TopicRead.of(BROKERS.bootstrapServers(), topic))).contains("trumpet");
    }

    /** All that is there: keys, names and values of headers, values. */
    private static String bytes(TopicRead read) {
        ByteArrayOutputStream all = new ByteArrayOutputStream();
        for (ConsumerRecord<byte[], byte[]> record : read.records()) {
            all.writeBytes(record.key());
            for (Header header : record.headers()) {
                all.writeBytes(header.key().getBytes(UTF_8));
                all.writeBytes(header.value());
            }
            all.writeBytes(record.value());
        }
        return all.toString(UTF_8);
    }

    private List<String> stored() {
        return log.reads.stored(stream, -1, 100).stream()
                .map(row -> new String(row.payload(), UTF_8))
                .toList();
    }

    /** Of each sealed text its ciphertext and digest, which are as little for anybody. */
    private List<String> seals() {
        return stored().stream()
                .flatMap(payload ->
                        Pattern.compile("\"[cd]\":\"([^\"]+)\"")
                                .matcher(payload)
                                .results()
                                .map(found -> found.group(1)))
                .toList();
    }

    @Test
    void by_default_no_text_leaves_nor_what_it_is_sealed_in() {
        TopicRead read = sent(WordsPolicy.NONE);
        String all = bytes(read);

        assertThat(seals()).hasSize(10);
        assertThat(all)
                .doesNotContain(TEAMS, BETWEEN_TWO, OWN, ERASED, REASON, "trumpet")
                .doesNotContain(seals())
                .contains("\"text\":null,\"withheld\":\"PURPOSE\"");
        assertThat(TopicRead.value(read.records().get(2)))
                .isEqualTo(
                        """
                        {"entryId":"00000000-0000-0008-0000-000000000001",\
                        "goalId":"00000000-0000-0008-0000-000000000002","kind":"GOAL_VOICED",\
                        "statement":{"lang":"en","sharing":"TEAM","statedBy":\
                        {"id":"00000000-0000-0004-0000-000000000001","party":"SERVICE_USER"},\
                        "text":null,"withheld":"PURPOSE","wording":"WRITTEN_BY_THEM"}}\
                        """);
    }

    @Test
    void where_the_topic_is_the_teams_what_is_the_teams_leaves_and_the_rest_says_why_not() {
        TopicRead read = sent(WordsPolicy.TEAM);
        List<String> values = read.records().stream().map(TopicRead::value).toList();

        assertThat(bytes(read)).doesNotContain(BETWEEN_TWO, OWN, ERASED).doesNotContain(seals());
        assertThat(values.get(2))
                .contains(
                        "\"text\":\"To play \\\"St. James\\\" on the trumpet, Höhe &"
                                + " →\",\"wording\"")
                .doesNotContain("withheld");
        assertThat(values.get(3)).contains("\"text\":null,\"withheld\":\"SHARING\"");
        assertThat(values.get(4)).contains("\"text\":null,\"withheld\":\"SHARING\"");
        assertThat(values.get(5)).contains("\"text\":null,\"withheld\":\"ERASED\"");
        assertThat(values.getLast())
                .contains("\"text\":\"" + REASON)
                .as("the text that stayed as before")
                .contains("\"text\":\"To play \\\"St. James");
    }
}
