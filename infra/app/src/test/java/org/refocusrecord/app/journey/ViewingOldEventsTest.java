package org.refocusrecord.app.journey;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator.ReplaceUnderscores;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.refocusrecord.app.postgres.ViewsAnew;

import tools.jackson.databind.JsonNode;

import java.nio.file.Path;
import java.util.Map;
import java.util.TreeMap;

/** What an earlier program recorded ({@link OldWorry}) is in the views as if it were of today. */
@DisplayNameGeneration(ReplaceUnderscores.class)
class ViewingOldEventsTest {

    @TempDir Path data;

    @Test
    void no_view_parks_it_and_all_hold_the_same_when_they_are_made_anew() throws Exception {
        Map<String, String> held;
        String administrator;
        long position;
        try (Service service = Service.alone(data)) {
            Story story = Story.begun(service);
            new OldWorry(story).recorded();
            administrator = story.admin;
            position = story.events(story.staff).found().at("/events/4/position").asLong();
            held = views(service, administrator, position);
        }
        ViewsAnew.in(data);
        try (Service service = Service.again(data)) {
            assertThat(views(service, administrator, position)).isEqualTo(held);
        }
    }

    /** By name, once all have come so far and nothing is parked. */
    private static Map<String, String> views(Service service, String administrator, long position)
            throws InterruptedException {
        for (int tries = 0; tries < 600; tries++) {
            Map<String, String> held = new TreeMap<>();
            boolean all = true;
            for (JsonNode view : service.get("/api/v1/projections", administrator).found().body()) {
                all &= view.path("position").asLong() >= position;
                all &= view.path("state").asString().equals("LIVE");
                held.put(
                        view.path("name").asString(),
                        view.path("count") + " rows, " + view.path("digest"));
            }
            if (all && !held.isEmpty()) {
                assertThat(service.get("/api/v1/parked", administrator).found().body()).isEmpty();
                return held;
            }
            Thread.sleep(50);
        }
        throw new AssertionError("the views stay behind");
    }
}
