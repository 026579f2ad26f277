package org.refocusrecord.eventlog;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import org.junit.jupiter.api.AutoClose;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.refocusrecord.events.Words;
import org.refocusrecord.events.goal.GoalVoiced;

import java.nio.file.Path;
import java.util.List;
import java.util.Set;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;

class RecordingCommandsTest {

    @TempDir static Path keys;

    @AutoClose private static OpenLog openLog;
    private static EventLog log;

    private final CaseInTheLog theCase = new CaseInTheLog();

    @BeforeAll
    static void open() {
        openLog = new OpenLog(keys);
        log = openLog.log();
    }

    @Test
    void a_receipt_is_the_same_however_often_it_is_asked_for() {
        Appending opening = theCase.opening("{}");
        Receipt first = log.append(opening);

        assertThat(log.receipt(opening.commandId())).hasValue(first);
        assertThat(first.lines()).hasSize(1);
        assertThat(first.version()).isEqualTo(1);
    }

    @Test
    void words_come_back_as_they_were_said_and_lie_in_no_row_in_plain() {
        log.append(theCase.opening("{}"));
        Appending voicing = theCase.voicing(1, "one", "To see the sea again.");
        log.append(voicing);

        RecordedEvent voiced = log.command(voicing.commandId()).getLast();
        Words.Kept words = (Words.Kept) ((GoalVoiced) voiced.event()).statement();

        assertThat(log.texts(Set.of(voiced.eventId())).open(words).orElseThrow().text())
                .isEqualTo("To see the sea again.");
        assertThat(words.c()).doesNotContain("sea");
    }

    @Test
    void a_repeat_is_known_by_its_content() {
        log.append(theCase.opening("{}"));
        Appending voicing = theCase.voicing(1, "one", "To see the sea again.");
        Receipt receipt = log.append(voicing);

        assertThat(log.repeat(voicing.commandId(), "one")).isEqualTo(new Repeat.Same(receipt));
        assertThat(log.repeat(voicing.commandId(), "another")).isEqualTo(new Repeat.Other(receipt));
        assertThat(log.repeat(CaseInTheLog.command(), "one")).isEqualTo(new Repeat.No());
    }

    @Test
    void a_repeat_about_a_team_or_a_study_is_known_too() {
        for (Appending appending : List.of(theCase.team("sent"), theCase.study("sent"))) {
            Receipt receipt = log.append(appending);

            assertThat(log.repeat(appending.commandId(), "sent"))
                    .isEqualTo(new Repeat.Same(receipt));
            assertThat(log.repeat(appending.commandId(), "other"))
                    .isEqualTo(new Repeat.Other(receipt));
        }
    }

    @Test
    void a_stream_that_moved_on_takes_nothing_that_was_decided_before() {
        log.append(theCase.opening("{}"));
        log.append(theCase.voicing(1, "one", "One."));

        assertThatExceptionOfType(AppendRefused.class)
                .isThrownBy(() -> log.append(theCase.voicing(1, "two", "Two.")))
                .matches(refused -> refused.why() == AppendRefused.Why.VERSION_CONFLICT);
        assertThat(log.stream(theCase.stream())).hasSize(3);
    }

    @Test
    void of_two_that_post_one_command_at_once_one_records_it() throws Exception {
        log.append(theCase.opening("{}"));
        Appending same = theCase.voicing(1, "one", "Once only.");
        Callable<String> post =
                () -> {
                    try {
                        log.append(same);
                        return "recorded";
                    } catch (AppendRefused refused) {
                        return refused.why().name();
                    }
                };
        try (ExecutorService both = Executors.newFixedThreadPool(2)) {
            List<Future<String>> posts = both.invokeAll(List.of(post, post));
            assertThat(List.of(posts.get(0).get(), posts.get(1).get()))
                    .containsExactlyInAnyOrder("recorded", "ALREADY_RECORDED");
        }
    }
}
