package org.refocusrecord.eventlog.json;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import static java.nio.charset.StandardCharsets.UTF_8;

import org.junit.jupiter.api.Test;
import org.refocusrecord.eventlog.keys.DataKey;
import org.refocusrecord.eventlog.keys.Randomness;
import org.refocusrecord.eventlog.words.SealedText;
import org.refocusrecord.eventlog.words.WordsSeal;
import org.refocusrecord.events.Event;
import org.refocusrecord.events.EventId;
import org.refocusrecord.events.Words;
import org.refocusrecord.events.correction.EntryAmended;
import org.refocusrecord.events.goal.Concern;
import org.refocusrecord.events.goal.GoalConcernRaised;

import tools.jackson.databind.node.ObjectNode;

import java.util.List;
import java.util.Objects;
import java.util.UUID;

/** Events of earlier revisions are read as the present ones; nobody behind the reader knows. */
class BringingOldEventsUpToDateTest {

    private static final String STREAM = "case/" + new UUID(1, 1);

    private final EventId event = new EventId(new UUID(7, 7));
    private final DataKey key = DataKey.draw(Randomness.secure());
    private final PayloadReader reader = new PayloadReader(new Upcasters(Worries.ALL));
    private final String first = Worries.first(key, event);

    private Event read(String name, int revision, String payload) {
        return reader.read(STREAM, name, revision, event, payload.getBytes(UTF_8));
    }

    private String text(Words words) {
        Words.Kept kept = (Words.Kept) words;
        return WordsSeal.open(key, kept.eventId(), kept.n(), new SealedText(kept.c(), kept.d()))
                .text();
    }

    private void isTheConcern(Event read) {
        GoalConcernRaised concern = (GoalConcernRaised) read;
        assertThat(concern.concern()).isEqualTo(Concern.RISK);
        assertThat(text(Objects.requireNonNull(concern.words())))
                .isEqualTo("The stove was left on.");
        assertThat(text(Objects.requireNonNull(concern.whatWouldHelp())))
                .isEqualTo("A stove that turns itself off.");
    }

    @Test
    void the_first_revision_goes_all_the_way_and_its_texts_open_where_they_now_stand() {
        isTheConcern(read("goal.worry-raised", 1, first));
    }

    @Test
    void the_second_goes_the_rest_of_it() {
        isTheConcern(
                read(
                        "goal.worry-raised",
                        2,
                        first.replace("\"fear\"", "\"words\"")
                                .replace("\"help\"", "\"whatWouldHelp\"")));
    }

    @Test
    void one_within_a_correction_is_brought_up_to_date_too() {
        EntryAmended amended = (EntryAmended) read("entry.amended", 1, correction());

        isTheConcern(amended.replacement());
        assertThat(amended.eventType()).isEqualTo("goal.concern-raised");
        assertThat(amended.eventRevision()).isEqualTo(1);
    }

    private String correction() {
        return """
        {"caseId":"%1$s","commandId":"%1$s","eventRevision":1,"eventType":"goal.worry-raised",\
        "kind":"AMENDED","reason":{"from":{"eventId":"%2$s","n":0}},\
        "recordedBy":{"id":"%1$s","party":"STAFF"},"replacement":%3$s,"target":"%1$s"}\
        """
                .formatted(new UUID(2, 2), event, first);
    }

    @Test
    void what_is_stored_in_an_earlier_form_is_told_from_what_is_read_as_it_stands() {
        EarlierForms earlier = new EarlierForms(new Upcasters(Worries.ALL));
        String present = correction().replace("goal.worry-raised", "goal.concern-raised");

        assertThat(earlier.areIn(STREAM)).isTrue();
        assertThat(earlier.areIn("team/" + new UUID(1, 1))).isFalse();
        assertThat(isEarlier(earlier, "goal.worry-raised", 2, first)).isTrue();
        assertThat(isEarlier(earlier, "entry.amended", 1, correction())).isTrue();
        assertThat(isEarlier(earlier, "entry.amended", 1, present)).isFalse();
        assertThat(isEarlier(earlier, "goal.concern-raised", 1, first)).isFalse();
    }

    private static boolean isEarlier(
            EarlierForms earlier, String name, int revision, String payload) {
        return earlier.of(STREAM, name, revision, payload.getBytes(UTF_8)).isPresent();
    }

    @Test
    void what_no_upcaster_knows_is_refused_as_before() {
        assertThatThrownBy(() -> read("goal.worry-raised", 3, first))
                .isInstanceOf(PayloadUnreadable.class)
                .hasMessage("goal.worry-raised: an unknown name");
        assertThatThrownBy(() -> read("goal.concern-raised", 2, first))
                .hasMessage("goal.concern-raised: no way from revision 2 to the present one");
        assertThatThrownBy(() ->
                        new PayloadReader(Upcasters.NONE)
                                .read(STREAM, "goal.worry-raised", 1, event, first.getBytes(UTF_8)))
                .hasMessage("goal.worry-raised: an unknown name");
    }

    @Test
    void it_is_read_as_strictly_as_any_other() {
        assertThatThrownBy(() ->
                        read(
                                "goal.worry-raised",
                                1,
                                first.replace("\"kind\"", "\"hue\":1,\"kind\"")))
                .hasMessage("goal.concern-raised: hue is unknown");
        assertThatThrownBy(() ->
                        read(
                                "goal.worry-raised",
                                1,
                                first.replace("\"kind\"", "\"about\":\"money\",\"kind\"")))
                .hasMessage("goal.worry-raised: not JSON");
        assertThatThrownBy(() -> read("goal.worry-raised", 1, "[]"))
                .hasMessage("goal.worry-raised: not an object");
    }

    @Test
    void ways_that_lead_nowhere_are_found_before_anything_is_read() {
        refused("lead from", List.of(Worries.RENAMED_TEXTS));
        refused("two upcasters read", List.of(Worries.RENAMED_TEXTS, Worries.RENAMED_TEXTS));
        refused(
                "go round",
                List.of(
                        Worries.RENAMED_TEXTS,
                        Worries.upcaster(2, "goal.worry-raised", 1, payload -> payload)));
        refused(
                "reads what is written",
                List.of(
                        new Upcaster() {
                            @Override
                            public String stream() {
                                return "case";
                            }

                            @Override
                            public String name() {
                                return "goal.concern-raised";
                            }

                            @Override
                            public int revision() {
                                return 1;
                            }

                            @Override
                            public ObjectNode upcast(ObjectNode payload) {
                                return payload;
                            }
                        }));
    }

    private static void refused(String why, List<Upcaster> upcasters) {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> new Upcasters(upcasters))
                .withMessageContaining(why);
    }
}
