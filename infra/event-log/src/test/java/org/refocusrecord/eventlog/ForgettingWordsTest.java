package org.refocusrecord.eventlog;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import org.junit.jupiter.api.AutoClose;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.refocusrecord.eventlog.keys.MasterKey;
import org.refocusrecord.eventlog.words.OpenedText;
import org.refocusrecord.events.EventId;
import org.refocusrecord.events.Words;
import org.refocusrecord.events.goal.GoalVoiced;

import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/** What an erasure takes away, and which repeats can still be told after it. */
class ForgettingWordsTest {

    private static final Forgetting WHOLE_CASE = new Forgetting.OfTheWholeCase();

    @TempDir static Path keys;

    @AutoClose private static OpenLog openLog;
    private static EventLog log;

    private final CaseInTheLog theCase = new CaseInTheLog();
    private final Appending opening = theCase.opening("sent");
    private final Appending voicing = theCase.voicing(1, "sent", "To see the sea again.");
    private final Appending another = theCase.voicing(3, "sent", "To paint.");
    private final Appending death = theCase.death(5, "sent");

    @BeforeAll
    static void open() {
        openLog = new OpenLog(keys);
        log = openLog.log();
    }

    @BeforeEach
    void a_case_with_words() {
        log.append(opening);
        log.append(voicing);
        log.append(another);
        log.append(death);
    }

    private static EventId withWords(Appending appending) {
        return appending.events().getLast().eventId();
    }

    private Optional<String> text(Appending appending) {
        RecordedEvent voiced = log.command(appending.commandId()).getLast();
        Words.Kept words = (Words.Kept) ((GoalVoiced) voiced.event()).statement();
        return log.texts(Set.of(voiced.eventId())).open(words).map(OpenedText::text);
    }

    private void isTold(Appending appending) {
        Receipt receipt = log.receipt(appending.commandId()).orElseThrow();
        assertThat(log.repeat(appending.commandId(), "sent")).isEqualTo(new Repeat.Same(receipt));
        assertThat(log.repeat(appending.commandId(), "other")).isEqualTo(new Repeat.Other(receipt));
    }

    private void isNotTold(Appending appending) {
        Receipt receipt = log.receipt(appending.commandId()).orElseThrow();
        assertThat(log.repeat(appending.commandId(), "sent"))
                .isEqualTo(new Repeat.CannotTell(receipt));
        assertThat(log.repeat(appending.commandId(), "other"))
                .isEqualTo(new Repeat.CannotTell(receipt));
    }

    @Test
    void before_any_erasure_each_repeat_is_told() {
        List.of(opening, voicing, another, death).forEach(this::isTold);
    }

    @Test
    void an_entrys_erasure_takes_its_words_and_no_others() {
        Appending erasing =
                theCase.erasing(6, "sent", new Forgetting.OfEvents(Set.of(withWords(voicing))));
        log.append(erasing);

        assertThat(text(voicing)).isEmpty();
        assertThat(text(another)).hasValue("To paint.");
        isNotTold(voicing);
        List.of(opening, another, death, erasing).forEach(this::isTold);
    }

    @Test
    void a_cases_erasure_takes_all_its_words() {
        Appending erasing = theCase.erasing(6, "sent", WHOLE_CASE);
        log.append(erasing);

        assertThat(text(voicing)).isEmpty();
        assertThat(text(another)).isEmpty();
        List.of(opening, voicing, another, death).forEach(this::isNotTold);
        isTold(erasing);
    }

    @Test
    void what_is_recorded_after_a_cases_erasure_is_told_again() {
        log.append(theCase.erasing(6, "sent", WHOLE_CASE));
        Appending wordless = theCase.death(7, "sent");
        Appending said = theCase.voicing(8, "sent", "To go on.");
        log.append(wordless);
        log.append(said);

        assertThat(text(said)).hasValue("To go on.");
        isTold(wordless);
        isTold(said);
        isNotTold(voicing);
        isNotTold(death);
    }

    @Test
    void approving_again_forgets_nothing_more() {
        Appending first = theCase.erasing(6, "sent", WHOLE_CASE);
        Appending again = theCase.erasing(7, "sent", WHOLE_CASE);
        log.append(first);
        log.append(again);
        Appending said = theCase.voicing(8, "sent", "To go on.");
        log.append(said);

        assertThat(text(said)).hasValue("To go on.");
        isTold(first);
        isTold(again);
    }

    @Test
    void an_erasure_reaches_no_other_case_and_no_team_or_study() {
        CaseInTheLog neighbour = new CaseInTheLog();
        Appending theirs = neighbour.opening("sent");
        Appending team = theCase.team("sent");
        Appending study = theCase.study("sent");
        List.of(theirs, team, study).forEach(log::append);

        log.append(theCase.erasing(6, "sent", WHOLE_CASE));

        List.of(theirs, team, study).forEach(this::isTold);
    }

    @Test
    void words_that_were_under_way_when_the_key_went_are_encrypted_again() {
        Appending under = theCase.voicing(7, "sent", "Meanwhile.");
        Appending erasing = theCase.erasing(6, "sent", WHOLE_CASE);

        openLog.over(
                        openLog.database().appender(),
                        new Overtaken(openLog.master(), () -> log.append(erasing)))
                .append(under);

        assertThat(text(under)).hasValue("Meanwhile.");
        isTold(under);
    }

    @Test
    void words_are_forgotten_with_the_event_that_says_so_and_with_no_other() {
        assertThatIllegalArgumentException().isThrownBy(() -> forgetting(death, WHOLE_CASE));

        Appending erasing = theCase.erasing(6, "sent", WHOLE_CASE);
        assertThatIllegalArgumentException()
                .isThrownBy(() -> forgetting(erasing, new Forgetting.Nothing()));
    }

    private Appending forgetting(Appending appending, Forgetting forgetting) {
        return new Appending(
                theCase.stream(),
                6,
                null,
                CaseInTheLog.command(),
                "sent",
                "administrator",
                appending.recordedBy(),
                appending.events(),
                forgetting);
    }

    /** The master key, with something that happens once, right after a key was unwrapped. */
    private static final class Overtaken implements MasterKey {
        private final MasterKey master;
        private final Runnable meanwhile;
        private boolean happened;

        Overtaken(MasterKey master, Runnable meanwhile) {
            this.master = master;
            this.meanwhile = meanwhile;
        }

        @Override
        public String id() {
            return master.id();
        }

        @Override
        public byte[] wrap(byte[] secret, byte[] associated) {
            return master.wrap(secret, associated);
        }

        @Override
        public byte[] unwrap(byte[] wrapped, byte[] associated) {
            byte[] unwrapped = master.unwrap(wrapped, associated);
            if (!happened) {
                happened = true;
                meanwhile.run();
            }
            return unwrapped;
        }
    }
}
