package org.refocusrecord.app.demo.cases;

import org.refocusrecord.app.demo.trial.Body;
import org.refocusrecord.app.demo.trial.Chance;
import org.refocusrecord.app.demo.trial.Phrase;
import org.refocusrecord.events.workingpractice.DomainScheme;
import org.refocusrecord.events.workingpractice.Recognised;
import org.refocusrecord.events.workingpractice.StrengthColumn;
import org.refocusrecord.events.workingpractice.StrengthDomain;
import org.refocusrecord.events.workingpractice.StrengthNature;

import java.util.List;
import java.util.UUID;
import java.util.stream.Stream;

/** Working practice 2: a conversation about strengths, along the worksheet's columns. */
final class StrengthsTalk {

    private StrengthsTalk() {}

    static void hold(Scene scene) {
        Chance chance = scene.chance();
        List<StrengthDomain> talked =
                chance.some(List.of(StrengthDomain.values()), chance.between(2, 4));
        List<StrengthDomain> rest =
                Stream.of(StrengthDomain.values())
                        .filter(domain -> !talked.contains(domain))
                        .toList();
        boolean none = chance.percent(8);
        scene.talk("STRENGTHS_CONVERSATION")
                .with("domainScheme", DomainScheme.REFOCUS_2011)
                .with("styles", ValuesTalk.styles(chance))
                .with("ledBy", ValuesTalk.ledBy(chance))
                .with("minutes", 5 * chance.between(4, 12))
                .with("domainsTalkedAbout", talked)
                .with("domainsDeclined", chance.some(rest, chance.between(0, 1)))
                .with("noneNamed", none ? Boolean.TRUE : null)
                .with("strengths", none ? List.of() : strengths(scene, talked))
                .with("aspirations", aspirations(scene, talked));
    }

    private static List<Body> strengths(Scene scene, List<StrengthDomain> talked) {
        Chance chance = scene.chance();
        return chance.some(talked, chance.between(1, 3)).stream()
                .map(domain -> {
                    UUID id = chance.id();
                    scene.picture().strengths.add(id);
                    return Body.of("strengthId", id)
                            .with("domain", domain)
                            .with("column", chance.oneOf(List.of(StrengthColumn.values())))
                            .with("nature", chance.oneOf(List.of(StrengthNature.values())))
                            .with("statement", scene.puts(Phrase.STRENGTH))
                            .with("recognisedByPerson", recognised(chance));
                })
                .toList();
    }

    private static Recognised recognised(Chance chance) {
        return chance.percent(70)
                ? Recognised.YES
                : chance.oneOf(Recognised.NOT_YET, Recognised.NO);
    }

    private static List<Body> aspirations(Scene scene, List<StrengthDomain> talked) {
        Chance chance = scene.chance();
        return chance.some(talked, chance.between(0, 1)).stream()
                .map(domain -> {
                    UUID id = chance.id();
                    scene.picture().aspirations.add(id);
                    return Body.of("aspirationId", id)
                            .with("domain", domain)
                            .with("statement", scene.says(Phrase.ASPIRATION));
                })
                .toList();
    }
}
