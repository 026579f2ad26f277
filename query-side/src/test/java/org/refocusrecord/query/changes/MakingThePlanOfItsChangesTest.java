package org.refocusrecord.query.changes;

import static org.assertj.core.api.Assertions.assertThat;

import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.refocusrecord.query.careplan.CarePlan;
import org.refocusrecord.query.careplan.Include;
import org.refocusrecord.query.careplan.PlanAcceptance;
import org.refocusrecord.query.history.CaseHistory;
import org.refocusrecord.query.history.CaseStory;
import org.refocusrecord.query.history.Line;
import org.refocusrecord.query.history.RandomCase;

import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.TreeMap;

/**
 * Whoever makes the changes between two moments, one after the other, to the plan of the first has
 * the plan of the second: none is missing and none is too many, by either clock.
 */
class MakingThePlanOfItsChangesTest {

    private static final int CASES = 1_500;
    private static final Instant BEFORE_ALL = Instant.parse("1900-01-01T00:00:00Z");

    @Test
    void by_the_clock_of_what_happened() {
        for (long seed = 0; seed < CASES; seed++) {
            RandomCase chance = new RandomCase(seed);
            CaseHistory history = CaseHistory.of(chance.events(), CaseStory.LONDON);
            Instant knownAt = seed % 3 == 0 ? null : chance.moment();
            Instant one = chance.moment();
            Instant other = chance.moment();
            Instant from = one.isBefore(other) ? one : other;
            Instant to = one.isBefore(other) ? other : one;
            Line whole = history.as(null, knownAt);
            agrees(
                    "seed %s, from %s to %s, known at %s".formatted(seed, from, to, knownAt),
                    plan(history.as(from.minusNanos(1_000), knownAt)),
                    changes(history, whole, ClockKind.OCCURRED, from, to, 1 + (int) seed % 5),
                    plan(history.as(to, knownAt)));
        }
    }

    @Test
    void by_the_clock_of_recording() {
        for (long seed = 0; seed < CASES; seed++) {
            RandomCase chance = new RandomCase(seed);
            CaseHistory history = CaseHistory.of(chance.events(), CaseStory.LONDON);
            Instant asOf = seed % 3 == 0 ? null : chance.moment();
            Instant one = chance.moment();
            Instant other = chance.moment();
            Instant from = one.isBefore(other) ? one : other;
            Instant to = one.isBefore(other) ? other : one;
            Line frame = history.as(asOf, null);
            agrees(
                    "seed %s, from %s to %s, as of %s".formatted(seed, from, to, asOf),
                    plan(history.as(asOf, from.minusNanos(1_000))),
                    changes(history, frame, ClockKind.RECORDED, from, to, 1 + (int) seed % 5),
                    plan(history.as(asOf, to)));
        }
    }

    @Test
    void from_nothing_to_all_there_is() {
        for (long seed = 0; seed < CASES; seed++) {
            CaseHistory history = CaseHistory.of(new RandomCase(seed).events(), CaseStory.LONDON);
            Line whole = history.as(null, null);
            for (ClockKind clock : ClockKind.values()) {
                agrees(
                        "seed %s by what was %s".formatted(seed, clock),
                        plan(history.as(BEFORE_ALL, BEFORE_ALL)),
                        changes(history, whole, clock, null, null, 1_000),
                        plan(whole));
            }
        }
    }

    private static Map<ItemKey, Object> plan(Line line) {
        return PlanItems.of(CarePlan.of(line, Include.LIVE, List.of(), 0));
    }

    /** Page after page. */
    private static List<PlanChange> changes(
            CaseHistory history,
            Line frame,
            ClockKind clock,
            @Nullable Instant from,
            @Nullable Instant to,
            int limit) {
        PlanChanges changes = new PlanChanges(history, frame, clock, from, to);
        List<PlanChange> all = new ArrayList<>();
        PlanChanges.Place place = PlanChanges.Place.FIRST;
        while (place != null) {
            PlanChanges.Page page = changes.page(place, limit);
            assertThat(page.changes()).hasSizeLessThanOrEqualTo(limit);
            all.addAll(page.changes());
            place = page.next();
        }
        return all;
    }

    private static void agrees(
            String of,
            Map<ItemKey, Object> first,
            List<PlanChange> changes,
            Map<ItemKey, Object> last) {
        Map<String, Map<String, Object>> made = readable(first);
        Instant before = BEFORE_ALL;
        for (PlanChange change : changes) {
            assertThat(change.at()).as(of).isAfterOrEqualTo(before);
            before = change.at();
            make(of, change, made);
        }
        assertThat(made).as(of).isEqualTo(readable(last));
    }

    private static void make(String of, PlanChange change, Map<String, Map<String, Object>> made) {
        ItemKey key = new ItemKey(change.item(), change.id());
        switch (change.change()) {
            case ADDED -> {
                assertThat(made).as(of).doesNotContainKey(key.toString());
                made.put(key.toString(), fields(key, there(change.is())));
            }
            case CHANGED -> {
                Map<String, Object> fields = there(made.get(key.toString()));
                String field = change.field() + of(change);
                assertThat(fields.get(field)).as(of).isEqualTo(change.was());
                if (change.is() == null) {
                    fields.remove(field);
                } else {
                    fields.put(field, change.is());
                }
            }
            case REMOVED, IN_ERROR ->
                    assertThat(made.remove(key.toString()))
                            .as(of)
                            .isEqualTo(fields(key, there(change.was())));
        }
    }

    private static <T> T there(@Nullable T value) {
        return Objects.requireNonNull(value);
    }

    private static Map<String, Map<String, Object>> readable(Map<ItemKey, Object> plan) {
        Map<String, Map<String, Object>> readable = new TreeMap<>();
        plan.forEach((key, item) -> readable.put(key.toString(), fields(key, item)));
        return readable;
    }

    private static Map<String, Object> fields(ItemKey key, Object item) {
        Map<String, Object> fields = new HashMap<>();
        ItemFields.of(key, item)
                .forEach((field, value) -> {
                    if (value != null) {
                        fields.put(field.name() + (field.of() == null ? "" : field.of()), value);
                    }
                });
        return fields;
    }

    /** Of whose answer, where everybody has one. */
    private static String of(PlanChange change) {
        Object answer = change.is() == null ? change.was() : change.is();
        return answer instanceof PlanAcceptance given ? given.party().toString() : "";
    }
}
