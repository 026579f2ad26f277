package org.refocusrecord.app.demo;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import org.junit.jupiter.api.Test;
import org.refocusrecord.app.demo.trial.Days;
import org.refocusrecord.app.demo.trial.Post;
import org.refocusrecord.app.demo.trial.TrialSize;
import org.refocusrecord.events.session.Entry;
import org.refocusrecord.events.shape.EventShape;
import org.refocusrecord.events.shape.Vocabulary;
import org.refocusrecord.web.reading.Reading;

import tools.jackson.databind.JsonNode;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.time.DayOfWeek;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalTime;
import java.time.ZonedDateTime;
import java.util.HashSet;
import java.util.HexFormat;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;

class MakingUpATrialTest {

    private static final Trial SMALL = trial(7, 4, 6, 0.2);
    private static final Trial WHOLE = trial(2011, 27, 12, 1);

    /** Erasing destroys what was said, and a trial is there to be looked at. */
    private static final Set<String> NOT_IN_A_TRIAL = Set.of("erasure", "erasure-approval");

    private static final Pattern ID_OR_CODE =
            Pattern.compile(
                    "[0-9a-f-]{36}|[A-Z0-9_]+|\\d{4}-\\d\\d-\\d\\d.*|participation(-1)?|1|15");

    private static Trial trial(long seed, int teams, int months, double scale) {
        return Trial.of(new TrialSize(seed, teams, months, scale));
    }

    @Test
    void the_same_seed_gives_the_same_bytes_for_ever() {
        assertEquals(
                "17ebc1f587cc7d6f174705c31cdaf73ac3b7a02b90619d408f33e5a9e3ec7073", sha256(SMALL));
    }

    @Test
    void another_seed_gives_another_trial() {
        assertNotEquals(sha256(SMALL), sha256(trial(8, 4, 6, 0.2)));
    }

    @Test
    void less_of_a_trial_is_a_part_of_more_of_it() {
        Set<Post> more = Bodies.posts(trial(7, 27, 12, 0.5)).collect(Collectors.toSet());
        assertTrue(Bodies.posts(SMALL).allMatch(more::contains));
    }

    @Test
    void every_body_can_be_read() {
        Bodies.posts(WHOLE)
                .forEach(post ->
                        assertInstanceOf(Reading.Read.class, Bodies.read(post), post.toString()));
    }

    @Test
    void every_kind_of_entry_and_every_command_is_in_it() {
        Set<String> said = new TreeSet<>(NOT_IN_A_TRIAL);
        Bodies.posts(WHOLE)
                .forEach(post -> {
                    said.add(post.command());
                    Bodies.tree(post)
                            .path("entries")
                            .values()
                            .forEach(entry -> said.addAll(names(entry)));
                });
        assertEquals(everything(), said);
    }

    private static List<String> names(JsonNode entry) {
        String kind = entry.path("kind").stringValue();
        return entry.has("status")
                ? List.of(kind + " status=" + entry.path("status").stringValue())
                : List.of(kind);
    }

    private static Set<String> everything() {
        return Stream.of(Vocabulary.CASE, Vocabulary.TEAM, Vocabulary.STUDY)
                .flatMap(vocabulary -> vocabulary.events().stream())
                .map(MakingUpATrialTest::name)
                .collect(Collectors.toCollection(TreeSet::new));
    }

    private static String name(EventShape shape) {
        EventShape.Name type = shape.name();
        boolean status = Entry.class.isAssignableFrom(shape.type()) && !type.where().isEmpty();
        return status ? type.door() + " " + type.where() : type.door();
    }

    @Test
    void what_comes_later_was_written_down_later() {
        WHOLE.stages().stream()
                .flatMap(List::stream)
                .forEach(line -> {
                    List<LocalDate> days = Bodies.posts(line).map(Post::on).toList();
                    assertEquals(days.stream().sorted().toList(), days);
                });
    }

    @Test
    void meetings_are_held_from_nine_to_five_on_weekdays() {
        Bodies.posts(WHOLE)
                .filter(post -> post.command().equals("session"))
                .map(post -> Instant.parse(Bodies.tree(post).path("occurredAt").stringValue()))
                .forEach(at -> assertTrue(isInTheWorkingDay(at.atZone(Days.ZONE)), at::toString));
    }

    private static boolean isInTheWorkingDay(ZonedDateTime at) {
        return at.getDayOfWeek().compareTo(DayOfWeek.SATURDAY) < 0
                && !at.toLocalTime().isBefore(LocalTime.of(9, 0))
                && at.toLocalTime().isBefore(LocalTime.of(17, 0));
    }

    @Test
    void every_text_says_that_it_is_made_up() {
        Set<String> unmarked = new HashSet<>();
        Bodies.posts(WHOLE)
                .flatMap(post -> Bodies.texts(Bodies.tree(post)))
                .filter(text -> !text.endsWith("[synthetic]"))
                .filter(text -> !ID_OR_CODE.matcher(text).matches())
                .forEach(unmarked::add);
        assertEquals(Set.of("Lewisham", "Southwark", "Croydon", "Gloucester"), unmarked);
    }

    private static String sha256(Trial trial) {
        try {
            MessageDigest digest = MessageDigest.getInstance("SHA-256");
            Bodies.posts(trial)
                    .map(post -> post.path() + "\n" + post.body() + "\n")
                    .forEach(post -> digest.update(post.getBytes(StandardCharsets.UTF_8)));
            return HexFormat.of().formatHex(digest.digest());
        } catch (NoSuchAlgorithmException missing) {
            throw new IllegalStateException(missing);
        }
    }
}
