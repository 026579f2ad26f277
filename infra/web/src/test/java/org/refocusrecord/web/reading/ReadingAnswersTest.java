package org.refocusrecord.web.reading;

import static org.assertj.core.api.Assertions.assertThat;
import static org.refocusrecord.web.reading.Bodies.CONTEXT;
import static org.refocusrecord.web.reading.Bodies.READER;
import static org.refocusrecord.web.reading.Bodies.body;
import static org.refocusrecord.web.reading.Bodies.faultsOfEntry;
import static org.refocusrecord.web.reading.Bodies.id;
import static org.refocusrecord.web.reading.Bodies.read;
import static org.refocusrecord.web.reading.Bodies.session;

import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator.ReplaceUnderscores;
import org.junit.jupiter.api.Test;
import org.refocusrecord.events.Answers;
import org.refocusrecord.events.Answers.Coded;
import org.refocusrecord.events.Answers.Level;
import org.refocusrecord.events.rating.MeasureAnswered;
import org.refocusrecord.events.rating.RelationshipRated;
import org.refocusrecord.events.session.Entry;

import java.util.Map;
import java.util.TreeMap;

@DisplayNameGeneration(ReplaceUnderscores.class)
class ReadingAnswersTest {

    @Test
    void a_rating_takes_the_items_of_its_instrument() {
        RelationshipRated rated =
                (RelationshipRated)
                        entry(rating("INSPIRE", "{\"S1\": 4, \"S2\": \"NOT_IMPORTANT\"}"));
        assertThat(rated.version()).isEqualTo("1");
        assertThat(rated.sharedWithWorker()).isFalse();
        assertThat(rated.answers())
                .isEqualTo(
                        new Answers.Given(
                                new TreeMap<>(
                                        Map.of(
                                                "S1",
                                                new Level(4),
                                                "S2",
                                                new Coded("NOT_IMPORTANT")))));
    }

    @Test
    void each_answer_is_checked_by_itself() {
        String answers =
                "{\"S1\": 5, \"S2\": \"4\", \"S3\": 1.0, \"S21\": 1, \"R1\": \"NOT_IMPORTANT\","
                        + " \"R2\": \"DECLINED\", \"S4\": null, \"S5\": []}";
        assertThat(faultsOfEntry(rating("INSPIRE", answers)))
                .containsExactly(
                        "/entries/0/answers/S1 answer.not-allowed",
                        "/entries/0/answers/S2 field.wrong-type",
                        "/entries/0/answers/S3 field.wrong-type",
                        "/entries/0/answers/S21 answer.unknown-item",
                        "/entries/0/answers/R1 answer.not-allowed",
                        "/entries/0/answers/S5 field.wrong-type");
    }

    @Test
    void an_unknown_instrument_or_version_is_told_where_it_stands() {
        assertThat(faultsOfEntry(rating("QPR", "{\"Q1\": 1}")))
                .containsExactly("/entries/0/instrument value.not-allowed");
        assertThat(faultsOfEntry(measure("WELLBEING", "", "{\"Q1\": 1}")))
                .containsExactly("/entries/0/measure value.not-allowed");
        assertThat(faultsOfEntry(measure("INSPIRE", "", "{\"S1\": 1}")))
                .containsExactly("/entries/0/measure value.not-allowed");
        assertThat(faultsOfEntry(measure("QPR", ", \"version\": \"16\"", "{\"Q1\": 1}")))
                .containsExactly("/entries/0/version value.not-allowed");
    }

    @Test
    void a_version_left_out_is_the_first_one() {
        MeasureAnswered answered = (MeasureAnswered) entry(measure("QPR", "", "{\"Q15\": 4}"));
        assertThat(answered.version()).isEqualTo("15");
        assertThat(faultsOfEntry(measure("QPR", "", "{\"Q16\": 4}")))
                .containsExactly("/entries/0/answers/Q16 answer.unknown-item");
        assertThat(entry(measure("QPR", ", \"version\": \"22\"", "{\"Q16\": 4}"))).isNotNull();
    }

    @Test
    void an_instrument_whose_items_are_not_known_takes_any_item_code() {
        assertThat(entry(measure("OTHER_SLEEP", "", "{\"HOURS\": 7, \"WELL\": \"NO\"}")))
                .isNotNull();
        assertThat(faultsOfEntry(measure("OTHER_SLEEP", "", "{\"hours\": 7, \"X\": 1000}")))
                .containsExactly(
                        "/entries/0/answers/hours answer.unknown-item",
                        "/entries/0/answers/X answer.not-allowed");
    }

    private static Entry entry(String json) {
        return read(READER.session(body(session(json)), CONTEXT)).entries().getFirst();
    }

    private static String rating(String instrument, String answers) {
        return """
        {"entryId": "%s", "kind": "RELATIONSHIP_RATING", "ratingId": "%s", "answers": %s,
         "instrument": "%s", "worker": "STAFF"}\
        """
                .formatted(id(10), id(11), answers, instrument);
    }

    private static String measure(String measure, String version, String answers) {
        return """
        {"entryId": "%s", "kind": "MEASURE", "measureId": "%s", "measure": "%s"%s,
         "rater": "SERVICE_USER", "answers": %s}\
        """
                .formatted(id(10), id(11), measure, version, answers);
    }
}
