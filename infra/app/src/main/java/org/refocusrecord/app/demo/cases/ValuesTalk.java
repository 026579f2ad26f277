package org.refocusrecord.app.demo.cases;

import org.jspecify.annotations.Nullable;
import org.refocusrecord.app.demo.trial.Body;
import org.refocusrecord.app.demo.trial.Chance;
import org.refocusrecord.app.demo.trial.Phrase;
import org.refocusrecord.events.workingpractice.AppliesWhen;
import org.refocusrecord.events.workingpractice.Approach;
import org.refocusrecord.events.workingpractice.LedBy;
import org.refocusrecord.events.workingpractice.LifeMap;
import org.refocusrecord.events.workingpractice.PreferenceSource;
import org.refocusrecord.events.workingpractice.Style;
import org.refocusrecord.events.workingpractice.ValueArea;

import java.util.List;
import java.util.UUID;
import java.util.stream.Stream;

/** Working practice 1: a conversation about values and treatment preferences. */
final class ValuesTalk {

    private ValuesTalk() {}

    static void hold(Scene scene) {
        Chance chance = scene.chance();
        List<Approach> approaches = chance.some(List.of(Approach.values()), chance.between(1, 2));
        boolean visual = approaches.contains(Approach.VISUAL);
        List<ValueArea> talked = chance.some(List.of(ValueArea.values()), chance.between(2, 5));
        List<ValueArea> rest =
                Stream.of(ValueArea.values()).filter(area -> !talked.contains(area)).toList();
        // Only what the person finds important is talked about: a "no" is as good as a "yes".
        List<ValueArea> declined = chance.some(rest, chance.between(0, 2));
        Body entry =
                scene.talk("VALUES_CONVERSATION")
                        .with("approaches", approaches)
                        .with("maps", visual ? maps(chance) : null)
                        .with("styles", styles(chance))
                        .with("ledBy", ledBy(chance))
                        .with("minutes", 5 * chance.between(3, 12))
                        .with("areasTalkedAbout", talked)
                        .with("areasDeclined", declined);
        if (chance.percent(40)) {
            List<ValueArea> left = rest.stream().filter(area -> !declined.contains(area)).toList();
            entry.with("areasNotDiscussed", left);
        }
        entry.with("values", values(scene, talked)).with("preferences", preferences(scene));
    }

    private static List<LifeMap> maps(Chance chance) {
        return chance.some(List.of(LifeMap.values()), chance.between(1, 2));
    }

    private static List<Body> values(Scene scene, List<ValueArea> talked) {
        List<ValueArea> told = scene.chance().some(talked, scene.chance().between(0, 3));
        return told.stream()
                .map(area -> {
                    UUID id = scene.chance().id();
                    scene.picture().values.add(id);
                    return Body.of("valueId", id)
                            .with("area", area)
                            .with("statement", scene.says(Phrase.VALUE));
                })
                .toList();
    }

    private static List<Body> preferences(Scene scene) {
        Chance chance = scene.chance();
        List<PreferenceSource> told =
                chance.some(List.of(PreferenceSource.values()), chance.between(0, 2));
        return told.stream()
                .map(source -> {
                    UUID id = chance.id();
                    scene.picture().preferences.add(id);
                    return Body.of("preferenceId", id)
                            .with("source", source)
                            .with("appliesWhen", AppliesWhen.NOW)
                            .with("statement", scene.says(Phrase.PREFERENCE));
                })
                .toList();
    }

    static @Nullable List<Style> styles(Chance chance) {
        return chance.percent(60)
                ? chance.some(List.of(Style.values()), chance.between(1, 2))
                : null;
    }

    static @Nullable LedBy ledBy(Chance chance) {
        return chance.percent(60) ? chance.oneOf(List.of(LedBy.values())) : null;
    }
}
