package org.refocusrecord.query.history;

import org.jspecify.annotations.Nullable;
import org.refocusrecord.eventlog.RecordedEvent;
import org.refocusrecord.events.Person;
import org.refocusrecord.events.Words;
import org.refocusrecord.events.careaction.CareActionAdded;
import org.refocusrecord.events.careaction.CareActionRemoved;
import org.refocusrecord.events.casefile.CaseEvent;
import org.refocusrecord.events.casefile.CaseOpened;
import org.refocusrecord.events.casefile.CaseTransferred;
import org.refocusrecord.events.goal.Acceptance;
import org.refocusrecord.events.goal.AcceptanceAnswer;
import org.refocusrecord.events.goal.GoalAcceptanceGiven;
import org.refocusrecord.events.goal.GoalCancelled;
import org.refocusrecord.events.goal.GoalChanged;
import org.refocusrecord.events.goal.GoalPutOnHold;
import org.refocusrecord.events.goal.GoalReviewed;
import org.refocusrecord.events.goal.GoalSet;
import org.refocusrecord.events.goal.GoalStepChanged;
import org.refocusrecord.events.goal.GoalStepDone;
import org.refocusrecord.events.goal.GoalStepPlanned;
import org.refocusrecord.events.goal.GoalVoiced;
import org.refocusrecord.events.workingpractice.ValueChanged;
import org.refocusrecord.events.workingpractice.ValueTold;
import org.refocusrecord.events.workingpractice.ValueWithdrawn;
import org.refocusrecord.query.history.NaiveLine.Standing;

import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.TreeMap;
import java.util.function.Function;

/**
 * What a plan says, each question asked of the whole history by itself: no state is carried from
 * one event to the next. An item is a line of text.
 */
public final class NaivePlan {

    private final List<Standing> standing;

    /** As of a moment, as known at another; null is no bound. */
    public NaivePlan(
            List<RecordedEvent> events, @Nullable Instant asOf, @Nullable Instant knownAt) {
        this.standing = new NaiveLine(events, asOf, knownAt).standing();
    }

    /** All that is in the plan, in the order in which it came up. */
    public List<String> items() {
        List<String> items = new ArrayList<>();
        each(ValueTold.class, ValueTold::valueId).forEach(id -> value(id, items));
        goals().forEach(id -> goal(id, items));
        each(CareActionAdded.class, CareActionAdded::actionId).forEach(id -> action(id, items));
        return items;
    }

    private void value(Object id, List<String> items) {
        if (all(ValueWithdrawn.class, ValueWithdrawn::valueId, id).isEmpty()) {
            Words told = all(ValueTold.class, ValueTold::valueId, id).getFirst().statement();
            List<ValueChanged> changed = all(ValueChanged.class, ValueChanged::valueId, id);
            Words now = changed.isEmpty() ? told : changed.getLast().statement();
            items.add("value %s: %s".formatted(id, CaseStory.text(now)));
        }
    }

    private Set<Object> goals() {
        Set<Object> goals = new LinkedHashSet<>();
        for (Standing each : standing) {
            switch (each.event()) {
                case GoalVoiced voiced -> goals.add(voiced.goalId());
                case GoalSet set -> goals.add(set.goalId());
                default -> {}
            }
        }
        return goals;
    }

    private void goal(Object id, List<String> items) {
        List<GoalSet> set = all(GoalSet.class, GoalSet::goalId, id);
        items.add(
                "goal %s: %s, %s, set by %s, accepted %s, progress %s"
                        .formatted(
                                id,
                                statement(id),
                                status(id),
                                set.isEmpty() ? List.of() : set.getFirst().setBy(),
                                accepted(id),
                                progress(id)));
        for (GoalStepPlanned step : all(GoalStepPlanned.class, GoalStepPlanned::goalId, id)) {
            step(step, items);
        }
    }

    /** The last that says it; what is voiced once it is set says nothing of it. */
    private @Nullable String statement(Object id) {
        Words last = null;
        boolean set = false;
        for (Standing each : standing) {
            switch (each.event()) {
                case GoalVoiced said when said.goalId().equals(id) ->
                        last = set ? last : said.statement();
                case GoalSet said when said.goalId().equals(id) -> {
                    last = said.statement();
                    set = true;
                }
                case GoalChanged said when said.goalId().equals(id) && said.statement() != null ->
                        last = said.statement();
                default -> {}
            }
        }
        return CaseStory.text(last);
    }

    private @Nullable String status(Object id) {
        return last(event ->
                switch (event) {
                    case GoalSet set when set.goalId().equals(id) -> "ACTIVE";
                    case GoalPutOnHold held when held.goalId().equals(id) -> "ON_HOLD";
                    case GoalCancelled gone when gone.goalId().equals(id) -> "CANCELLED";
                    default -> null;
                });
    }

    private @Nullable String progress(Object id) {
        return last(event ->
                event instanceof GoalReviewed reviewed && reviewed.goalId().equals(id)
                        ? reviewed.progress().name()
                        : null);
    }

    private Map<String, AcceptanceAnswer> accepted(Object id) {
        Map<String, AcceptanceAnswer> answers = new TreeMap<>();
        for (Standing each : standing) {
            switch (each.event()) {
                case GoalSet set when set.goalId().equals(id) -> {
                    for (Acceptance given : Objects.requireNonNull(set.acceptance())) {
                        answers.put(given.party().toString(), given.answer());
                    }
                }
                case GoalAcceptanceGiven given when given.goalId().equals(id) ->
                        answers.put(given.party().toString(), given.answer());
                default -> {}
            }
        }
        return answers;
    }

    private void step(GoalStepPlanned step, List<String> items) {
        Object id = step.stepId();
        List<GoalStepDone> done = all(GoalStepDone.class, GoalStepDone::stepId, id);
        items.add(
                "step %s: %s, %s"
                        .formatted(
                                id,
                                responsible(step),
                                done.isEmpty() ? "PLANNED []" : "DONE " + done.getLast().doneBy()));
    }

    private List<Person> responsible(GoalStepPlanned step) {
        List<Person> last = step.responsible();
        for (GoalStepChanged changed :
                all(GoalStepChanged.class, GoalStepChanged::stepId, step.stepId())) {
            last = changed.responsible() == null ? last : changed.responsible();
        }
        return last;
    }

    private void action(Object id, List<String> items) {
        if (all(CareActionRemoved.class, CareActionRemoved::actionId, id).isEmpty()) {
            items.add(
                    "action %s: %s"
                            .formatted(
                                    id,
                                    all(CareActionAdded.class, CareActionAdded::actionId, id)
                                            .getFirst()
                                            .responsible()));
        }
    }

    /** The team of a day: of the arrivals up to that day the one of the latest day. */
    public @Nullable Object teamOn(LocalDate day) {
        Map<LocalDate, Object> arrivals = new TreeMap<>();
        for (Standing each : standing) {
            switch (each.event()) {
                case CaseOpened opened -> arrivals.put(opened.openedOn(), opened.teamId());
                case CaseTransferred moved -> arrivals.put(moved.on(), moved.toTeamId());
                default -> {}
            }
        }
        Object team = null;
        for (Map.Entry<LocalDate, Object> arrival : arrivals.entrySet()) {
            team = arrival.getKey().isAfter(day) ? team : arrival.getValue();
        }
        return team;
    }

    private <E extends CaseEvent> Set<Object> each(Class<E> type, Function<E, Object> id) {
        Map<Object, E> found = new LinkedHashMap<>();
        for (Standing each : standing) {
            if (type.isInstance(each.event())) {
                E event = type.cast(each.event());
                found.putIfAbsent(id.apply(event), event);
            }
        }
        return found.keySet();
    }

    private <E extends CaseEvent> List<E> all(
            Class<E> type, Function<E, Object> id, Object wanted) {
        return standing.stream()
                .map(Standing::event)
                .filter(type::isInstance)
                .map(type::cast)
                .filter(event -> id.apply(event).equals(wanted))
                .toList();
    }

    private @Nullable String last(Function<CaseEvent, @Nullable String> said) {
        String last = null;
        for (Standing each : standing) {
            String now = said.apply(each.event());
            last = now == null ? last : now;
        }
        return last;
    }
}
