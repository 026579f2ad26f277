package org.refocusrecord.app.demo.cases;

import org.refocusrecord.app.demo.trial.Chance;
import org.refocusrecord.app.demo.trial.Participation;
import org.refocusrecord.events.workingpractice.AskAgain;
import org.refocusrecord.events.workingpractice.OfferResponse;
import org.refocusrecord.events.workingpractice.Practice;

import java.time.LocalDate;
import java.util.EnumMap;
import java.util.Map;

/**
 * When the working practices and coaching are offered to a person, and what becomes of the offers.
 * Where a team takes part well, nine in ten are offered each and most take it up; where it does
 * not, half as many (our choice).
 */
final class Practices {

    private final Map<Practice, LocalDate> due = new EnumMap<>(Practice.class);
    private final boolean high;

    Practices(Participation participation, LocalDate start, Chance chance) {
        high = participation == Participation.HIGH;
        int month = 0;
        for (Practice practice : Practice.values()) {
            month += chance.between(1, 2);
            boolean offered = chance.percent(high ? 92 : 45);
            if (offered && participation != Participation.CONTROL) {
                due.put(practice, start.plusMonths(month).minusDays(chance.between(0, 25)));
            }
        }
    }

    /** Offers what is due, and holds the conversation where the person takes it up. */
    void offerDue(Scene scene) {
        for (Practice practice : Practice.values()) {
            LocalDate day = due.get(practice);
            if (day != null && !scene.day().isBefore(day)) {
                due.remove(practice);
                offer(scene, practice);
                return;
            }
        }
    }

    private void offer(Scene scene, Practice practice) {
        Chance chance = scene.chance();
        OfferResponse response =
                chance.percent(high ? 80 : 55)
                        ? OfferResponse.TAKEN_UP
                        : chance.oneOf(OfferResponse.NOT_NOW, OfferResponse.DECLINED);
        AskAgain again = chance.oneOf(AskAgain.YES, AskAgain.NO);
        scene.add("PRACTICE_OFFERED")
                .with("practice", practice)
                .with("offeredBy", scene.worker())
                .with("response", response)
                .with("askAgain", response == OfferResponse.TAKEN_UP ? null : again);
        if (response == OfferResponse.TAKEN_UP) {
            hold(scene, practice);
        } else if (again == AskAgain.YES) {
            due.put(practice, scene.day().plusDays(60));
        }
    }

    private static void hold(Scene scene, Practice practice) {
        scene.picture().held.add(practice);
        switch (practice) {
            case WP1 -> ValuesTalk.hold(scene);
            case WP2 -> StrengthsTalk.hold(scene);
            case WP3 -> GoalTalk.hold(scene);
            case COACHING -> Coaching.agree(scene);
        }
    }
}
