package org.refocusrecord.app.journey;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator.ReplaceUnderscores;
import org.junit.jupiter.api.RepeatedTest;
import org.junit.jupiter.api.Test;

import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.stream.IntStream;
import java.util.stream.LongStream;

@DisplayNameGeneration(ReplaceUnderscores.class)
class PostingAtOnceTest {

    private static final String AT = "2011-03-14T10:00:00Z";

    private final Story story = Story.begun();

    @RepeatedTest(5)
    void one_session_that_is_posted_twice_at_once_is_recorded_once() {
        Body session = story.session(AT, Entries.goalSet(Story.id(), "To cook."));

        List<Answer> answers = atOnce(2, _ -> story.post(session));

        assertThat(answers).extracting(Answer::status).containsExactlyInAnyOrder(200, 201);
        assertThat(answers.get(0).body()).isEqualTo(answers.get(1).body());
        assertThat(story.told()).containsExactly("case.opened", "session.held", "goal.set");
    }

    @RepeatedTest(3)
    void sessions_of_one_case_at_once_are_all_recorded() {
        List<Answer> answers =
                atOnce(8, _ -> story.held(AT, Entries.goalSet(Story.id(), "To cook.")));

        assertThat(answers)
                .extracting(answer -> answer.at("/caseVersion").asLong())
                .containsExactlyInAnyOrderElementsOf(
                        LongStream.rangeClosed(1, 8).map(n -> 1 + 2 * n).boxed().toList());
        assertThat(story.told()).hasSize(17);
    }

    @Test
    void of_two_that_set_the_same_goal_at_once_one_is_told_that_it_is_taken() {
        String goal = Story.id();

        List<Answer> answers =
                atOnce(2, _ -> story.post(story.session(AT, Entries.goalSet(goal, "To cook."))));

        assertThat(answers).extracting(Answer::status).containsExactlyInAnyOrder(201, 409);
        assertThat(story.told()).hasSize(3);
    }

    @Test
    void of_two_with_one_id_and_other_content_one_is_told_so() {
        Body session = story.session(AT, Entries.goalSet(Story.id(), "To cook."));

        List<Answer> answers = atOnce(2, n -> story.post(session.with("minutes", 40 + n)));

        assertThat(answers).extracting(Answer::status).containsExactlyInAnyOrder(201, 409);
        assertThat(story.told()).hasSize(3);
    }

    private interface Posting {
        Answer post(int number);
    }

    /** Starts them all at the same moment. */
    private static List<Answer> atOnce(int count, Posting posting) {
        CountDownLatch start = new CountDownLatch(1);
        try (ExecutorService clients = Executors.newFixedThreadPool(count)) {
            List<Future<Answer>> answers =
                    IntStream.range(0, count)
                            .mapToObj(number ->
                                    clients.submit(
                                            (Callable<Answer>)
                                                    () -> {
                                                        start.await();
                                                        return posting.post(number);
                                                    }))
                            .toList();
            start.countDown();
            return answers.stream().map(PostingAtOnceTest::answer).toList();
        }
    }

    private static Answer answer(Future<Answer> future) {
        try {
            return future.get();
        } catch (ExecutionException failed) {
            throw new AssertionError(failed.getCause());
        } catch (InterruptedException ended) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(ended);
        }
    }
}
