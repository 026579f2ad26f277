package org.refocusrecord.app.journey;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator.ReplaceUnderscores;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.refocusrecord.app.data.DataFolder;
import org.refocusrecord.app.postgres.EmbeddedDatabase;
import org.refocusrecord.app.postgres.MadeAlready;
import org.refocusrecord.app.postgres.Programs;
import org.refocusrecord.app.postgres.SharedDatabase;

import tools.jackson.databind.JsonNode;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;

/**
 * What was known at a moment stays so for ever: whatever is recorded since, late, amended or taken
 * back, whichever node is asked, and after a start anew. The same bytes.
 */
@DisplayNameGeneration(ReplaceUnderscores.class)
class AnsweringTheSameForEverTest {

    private static final int WRITERS = 3;
    private static final int POSTS = 40;

    @TempDir private Path first;
    @TempDir private Path second;
    @TempDir private Path given;

    private final Map<String, byte[]> answers = new LinkedHashMap<>();

    @Test
    void while_much_is_posted_from_a_second_node_and_after_a_start_anew() throws Exception {
        DataFolder folder = DataFolder.at(MadeAlready.in(given));
        try (EmbeddedDatabase database =
                new EmbeddedDatabase(folder, Programs.unpackedIn(folder.programs()), _ -> {})) {
            askedAgain(SharedDatabase.in(database.start()));
        }
    }

    private void askedAgain(String url) throws Exception {
        Story story;
        try (Service service = Service.on(url, first)) {
            story = Story.begun(service);
            GoalToldOver told = new GoalToldOver(story).all();
            story.post(EveryKind.session(story)).recorded();
            String knownAt = story.plan(story.self, "").found().text("/knownAt");
            for (String question : questions(service, story, knownAt)) {
                answers.put(question, service.get(question, story.auditor).found().bytes());
            }
            assertThat(answers).hasSizeGreaterThan(30);
            try (Service other = service.beside(url, second)) {
                whileOthersPost(service, other, story, told);
            }
            assertThat(service.get("/api/v1/audit/goals", story.auditor).found().bytes())
                    .isNotEqualTo(answers.get("/api/v1/audit/goals?knownAt=" + knownAt));
        }
        try (Service again = Service.on(url, first)) {
            same(again, story);
        }
    }

    private void whileOthersPost(Service service, Service other, Story story, GoalToldOver told)
            throws Exception {
        try (ExecutorService threads = Executors.newVirtualThreadPerTaskExecutor()) {
            List<Future<?>> posting = new ArrayList<>();
            for (int writer = 0; writer < WRITERS; writer++) {
                int day = 1 + writer;
                posting.add(threads.submit(() -> post(story, told, day)));
            }
            do {
                same(service, story);
                same(other, story);
            } while (posting.stream().anyMatch(each -> !each.isDone()));
            for (Future<?> each : posting) {
                each.get();
            }
        }
    }

    private void same(Service service, Story story) {
        answers.forEach((question, bytes) ->
                assertThat(service.get(question, story.auditor).found().bytes())
                        .as(question)
                        .isEqualTo(bytes));
    }

    /** Late entries, other cases, amendments, and what takes them back. */
    private static void post(Story story, GoalToldOver told, int day) {
        for (int number = 0; number < POSTS; number++) {
            String at = "2011-03-%02dT%02d:00:00Z".formatted(day + number % 20, number % 24);
            story.held(
                    at,
                    Entries.goalSet(Story.id(), "To sing."),
                    Entries.actionAdded(Story.id(), "STAFF"));
            story.open(Story.id(), Story.id()).recorded();
            Body amendment =
                    Story.amendment(
                            told.set.text("entryId"), told.set.with("statement", "To " + number));
            story.correct(amendment).recorded();
            if (number % 2 == 0) {
                story.correct(Story.mark(amendment.text("commandId"))).recorded();
            }
        }
    }

    /** Every read that knows of clocks, at more than one day. */
    private static List<String> questions(Service service, Story story, String knownAt) {
        Set<String> paths = new TreeSet<>();
        JsonNode described = service.get("/openapi.json", "").found().at("/paths");
        described
                .properties()
                .forEach(path -> {
                    for (JsonNode parameter : path.getValue().at("/get/parameters")) {
                        if (parameter.path("name").asString().equals("knownAt")) {
                            paths.add(path.getKey());
                        }
                    }
                });
        assertThat(paths).contains("/api/v1/cases/{id}/care-plan", "/api/v1/audit/goals");
        List<String> questions = new ArrayList<>();
        for (String path : paths) {
            String asked =
                    path.replace("/cases/{id}", "/cases/" + story.caseId)
                            .replace("/teams/{id}", "/teams/" + story.team);
            for (String more : more(path)) {
                questions.add(asked + "?knownAt=" + knownAt + more);
            }
        }
        return questions;
    }

    private static List<String> more(String path) {
        if (path.contains("/plan-")) {
            return List.of("&dates=2011-02-28,2011-03-17,2011-04-30");
        }
        if (path.endsWith("/changes")) {
            return List.of("", "&asOf=2011-03-17", "&clock=recorded", "&from=2011-03-20");
        }
        return List.of("", "&asOf=2011-03-17", "&asOf=2011-05-31");
    }
}
