package org.refocusrecord.query.history;

import static org.assertj.core.api.Assertions.assertThat;
import static org.refocusrecord.query.history.CaseStory.CARER;
import static org.refocusrecord.query.history.CaseStory.COLLEAGUE;
import static org.refocusrecord.query.history.CaseStory.PERSON;
import static org.refocusrecord.query.history.CaseStory.WORKER;
import static org.refocusrecord.query.history.CaseStory.header;
import static org.refocusrecord.query.history.Entries.entry;
import static org.refocusrecord.query.history.Entries.valueTold;

import org.junit.jupiter.api.Test;
import org.refocusrecord.events.CommandId;
import org.refocusrecord.events.Party;
import org.refocusrecord.events.Person;

import java.util.Objects;
import java.util.Set;
import java.util.UUID;

class SharingWithTheWorkerTest {

    private static final Person STRANGER = new Person(Party.STAFF, new UUID(3, 9).toString());

    private final CaseStory story = new CaseStory("2012-01-02");

    @Test
    void the_recorder_and_the_staff_who_took_part_as_first_posted() {
        story.session(
                story.meeting("2012-03-14T10:00:00Z", WORKER, COLLEAGUE, PERSON, CARER),
                valueTold(1, 1, "music"));

        assertThat(seenBy(story, 2)).isEqualTo(new SeenBy(WORKER, Set.of(COLLEAGUE)));
        assertThat(seenBy(story, 1)).isEqualTo(seenBy(story, 2));
    }

    @Test
    void an_amendment_takes_people_away_and_never_adds_any() {
        CommandId session =
                story.session(
                        story.meeting("2012-03-14T10:00:00Z", WORKER, WORKER, COLLEAGUE),
                        valueTold(1, 1, "music"));
        story.recordedAt("2012-09-01T00:00:00Z");
        story.amended(session, header(session, "2012-03-14T10:00:00Z", STRANGER, STRANGER));

        assertThat(seenBy(story, 2)).isEqualTo(new SeenBy(WORKER, Set.of()));
    }

    @Test
    void asking_for_an_earlier_day_gives_nobody_a_right_back() {
        CommandId session =
                story.session(
                        story.meeting("2012-03-14T10:00:00Z", WORKER, WORKER, COLLEAGUE),
                        valueTold(1, 1, "music"));
        story.recordedAt("2012-09-01T00:00:00Z");
        story.amended(session, header(session, "2012-03-14T10:00:00Z", WORKER, WORKER));

        Line before = story.knownAt("2012-08-01T00:00:00Z");
        assertThat(before.seenBy().get(story.events().get(2).eventId()))
                .isEqualTo(new SeenBy(WORKER, Set.of(WORKER)));
    }

    @Test
    void what_a_correction_says_is_for_the_corrector_and_the_people_of_the_session() {
        story.session("2012-03-14T10:00:00Z", valueTold(1, 1, "music"));
        story.amended(COLLEAGUE, entry(1), valueTold(1, 1, "dance"));

        assertThat(seenBy(story, 3)).isEqualTo(new SeenBy(COLLEAGUE, Set.of(WORKER)));
    }

    @Test
    void what_the_person_writes_alone_has_nobody_beside_the_person() {
        story.ownEntries("2012-03-14T10:00:00Z", valueTold(1, 1, "music"));

        assertThat(seenBy(story, 2)).isEqualTo(new SeenBy(PERSON, Set.of()));
    }

    private static SeenBy seenBy(CaseStory story, int sequence) {
        return Objects.requireNonNull(
                story.now().seenBy().get(story.events().get(sequence).eventId()));
    }
}
