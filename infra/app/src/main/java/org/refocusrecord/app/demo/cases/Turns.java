package org.refocusrecord.app.demo.cases;

import org.refocusrecord.events.workingpractice.Practice;

import java.util.List;
import java.util.function.Consumer;
import java.util.function.Predicate;

/** What meetings and people's own writing are made of. The weights are our choice. */
final class Turns {

    /** In a meeting, once the working practices that are due have had their place. */
    static final List<Turn> OF_MEETINGS =
            List.of(
                    turn(8, p -> p.actions.size() < 6, CareActions::add),
                    turn(4, p -> !p.actions.isEmpty(), CareActions::change),
                    turn(5, p -> p.actions.size() > 2, CareActions::remove),
                    turn(6, p -> true, Accounts::account),
                    turn(2, p -> p.goals.size() < 4, Goals::setByStaff),
                    turn(3, p -> p.goals.size() < 5, Goals::voice),
                    turn(3, p -> !p.voiced().isEmpty(), Goals::takeUp),
                    turn(4, p -> !p.notAgreed().isEmpty(), Goals::agree),
                    turn(2, p -> !p.underWay().isEmpty(), Goals::concern),
                    turn(2, p -> !p.underWay().isEmpty(), Goals::change),
                    turn(2, p -> p.underWay().size() > 1, Goals::state),
                    turn(6, p -> !p.underWay().isEmpty(), Goals::review),
                    turn(8, Turns::maySteps, Steps::plan),
                    turn(4, p -> !p.openSteps().isEmpty(), Steps::change),
                    turn(12, p -> !p.openSteps().isEmpty(), Steps::state),
                    form(1, p -> p.values.size() < 4, Telling::value),
                    form(1, p -> p.preferences.size() < 4, Telling::preference),
                    form(1, p -> p.aspirations.size() < 3, Telling::aspiration),
                    form(4, p -> true, Telling::strength),
                    form(1, p -> p.held.contains(Practice.WP1), ValuesTalk::hold),
                    form(1, p -> p.held.contains(Practice.WP2), StrengthsTalk::hold),
                    form(5, Turns::mayTalkOfGoals, GoalTalk::again),
                    form(1, p -> !p.values.isEmpty(), ChangesOfMind::value),
                    form(1, p -> !p.preferences.isEmpty(), ChangesOfMind::preference),
                    form(1, p -> !p.strengths.isEmpty(), ChangesOfMind::strength),
                    form(1, p -> !p.aspirations.isEmpty(), ChangesOfMind::aspiration),
                    form(4, p -> !p.preferences.isEmpty(), Telling::answer),
                    form(10, p -> p.contract != null, Coaching::converse),
                    form(2, p -> p.contract != null, Coaching::review),
                    form(1, p -> p.contract != null, Coaching::amend),
                    form(1, p -> p.contract != null, Coaching::end));

    /** At the own door. */
    static final List<Turn> OF_ONESELF =
            List.of(
                    turn(4, p -> true, Accounts::ownAccount),
                    turn(3, p -> p.goals.size() < 6, Goals::voice),
                    turn(8, p -> !p.notAgreed().isEmpty(), Goals::agree),
                    turn(1, p -> p.goals.size() < 4, Goals::setByOneself),
                    turn(1, p -> !p.underWay().isEmpty(), Goals::concern),
                    turn(1, p -> p.underWay().size() > 1, Goals::state),
                    turn(4, p -> !p.underWay().isEmpty(), Goals::review),
                    turn(2, Turns::maySteps, Steps::plan),
                    turn(5, p -> !p.openSteps().isEmpty(), Steps::state),
                    turn(2, p -> !p.underWay().isEmpty(), Measures::attainment),
                    turn(2, p -> true, Measures::ownBriefRating),
                    form(10, p -> p.lastTalk != null, Accounts::experience),
                    form(1, p -> p.values.size() < 5, Telling::value),
                    form(1, p -> p.preferences.size() < 5, Telling::preference),
                    form(1, p -> p.aspirations.size() < 4, Telling::aspiration),
                    form(1, p -> true, Telling::strength),
                    form(1, p -> !p.values.isEmpty(), ChangesOfMind::value),
                    form(1, p -> !p.preferences.isEmpty(), ChangesOfMind::preference),
                    form(1, p -> !p.strengths.isEmpty(), ChangesOfMind::strength),
                    form(1, p -> !p.aspirations.isEmpty(), ChangesOfMind::aspiration),
                    form(1, p -> p.contract != null, Coaching::end));

    /** Where the person is not there: staff, and now and then a carer, about the plan. */
    static final List<Turn> WITHOUT_THE_PERSON =
            List.of(
                    turn(3, p -> p.actions.size() < 6, CareActions::add),
                    turn(3, p -> !p.actions.isEmpty(), CareActions::change),
                    turn(2, p -> true, Accounts::account));

    private Turns() {}

    private static boolean maySteps(Picture picture) {
        return picture.openSteps().size() < 6 && picture.goals.stream().anyMatch(goal -> goal.open);
    }

    private static boolean mayTalkOfGoals(Picture picture) {
        return picture.held.contains(Practice.WP3) && !picture.underWay().isEmpty();
    }

    private static Turn turn(int weight, Predicate<Picture> fits, Consumer<Scene> take) {
        return new Turn(weight, fits, take);
    }

    /** Only where the forms of the intervention exist. */
    private static Turn form(int weight, Predicate<Picture> fits, Consumer<Scene> take) {
        Predicate<Picture> hasForms = Picture::hasForms;
        return new Turn(weight, hasForms.and(fits), take);
    }
}
