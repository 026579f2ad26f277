package org.refocusrecord.query.evidence;

import org.jspecify.annotations.Nullable;
import org.refocusrecord.events.Person;
import org.refocusrecord.events.Words;
import org.refocusrecord.query.careplan.CarePlan;
import org.refocusrecord.query.careplan.PlanAcceptance;
import org.refocusrecord.query.careplan.PlanAction;
import org.refocusrecord.query.careplan.PlanContract;
import org.refocusrecord.query.careplan.PlanGoal;
import org.refocusrecord.query.careplan.PlanStep;
import org.refocusrecord.query.door.Sight;

import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Objects;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** A care plan as lines to be read: what it says, and whose it is. */
final class PlanOutline {

    private final Sight sight;
    private final List<String> lines = new ArrayList<>();

    private PlanOutline(Sight sight) {
        this.sight = sight;
    }

    static List<String> of(CarePlan plan, Sight sight) {
        PlanOutline outline = new PlanOutline(sight);
        outline.plan(plan);
        return outline.lines;
    }

    private void plan(CarePlan plan) {
        lines.add(
                "Care plan of case %s, as of %s, as known at %s"
                        .formatted(
                                plan.caseId(),
                                plan.asOf() == null ? "its end" : plan.asOf(),
                                plan.knownAt()));
        said("Care coordinator", plan.careCoordinator());
        said("Key worker", plan.keyWorker());
        each("Values", plan.values(), value -> text(value.statement()));
        each("Treatment preferences", plan.preferences(), told -> text(told.statement()));
        each("Strengths", plan.strengths(), strength -> text(strength.statement()));
        each("Aspirations", plan.aspirations(), told -> text(told.statement()));
        if (!plan.goals().isEmpty()) {
            lines.add("Goals");
            plan.goals().forEach(this::goal);
        }
        each("Care actions", plan.actions(), this::action);
        each("Coaching contracts", plan.contracts(), this::contract);
        each("Ratings", plan.ratings(), rating -> rating.instrument() + " of " + rating.worker());
        each("Measures", plan.measures(), each -> each.measure() + " by " + each.rater());
    }

    private void said(String what, @Nullable Person who) {
        if (who != null) {
            lines.add(what + ": " + who);
        }
    }

    private <T> void each(String title, Collection<T> items, Function<T, String> line) {
        if (!items.isEmpty()) {
            lines.add(title);
            items.forEach(item -> lines.add("  - " + line.apply(item)));
        }
    }

    private void goal(PlanGoal goal) {
        lines.add(
                "  - "
                        + joined(
                                text(goal.statement()),
                                goal.state() + (goal.status() == null ? "" : " " + goal.status()),
                                goal.whose() == null ? null : "whose: " + goal.whose(),
                                named("proposed by", goal.proposedBy()),
                                people("set by", goal.setBy()),
                                goal.acceptance().stream()
                                        .map(PlanOutline::answer)
                                        .collect(Collectors.joining("; "))));
        goal.concerns()
                .forEach(concern ->
                        lines.add(
                                "      concern of %s: %s"
                                        .formatted(concern.by(), concern.concern())));
        goal.steps().forEach(step -> lines.add("      step: " + step(step)));
    }

    private static String answer(PlanAcceptance given) {
        return "%s: %s%s"
                .formatted(
                        given.party(),
                        given.answer(),
                        given.how() == null ? "" : " (" + given.how() + ")");
    }

    private String step(PlanStep step) {
        return joined(
                text(step.description()),
                step.status().name(),
                people("responsible", step.responsible()),
                people("done by", step.doneBy()));
    }

    private String action(PlanAction action) {
        return joined(
                text(action.description()),
                action.focus().name(),
                people("responsible", action.responsible()));
    }

    private String contract(PlanContract contract) {
        return joined(
                text(contract.purpose()),
                named("with", contract.worker()),
                people("agreed by", contract.agreedBy()),
                contract.ended() == null ? null : named("ended by", contract.ended().endedBy()));
    }

    private String text(Words words) {
        if (!(words instanceof Words.Kept kept)) {
            throw new IllegalStateException("a text that was not fetched from where it was said");
        }
        String text = sight.of(kept).text();
        return text == null ? "(not disclosed)" : '"' + Printable.of(text) + '"';
    }

    private static @Nullable String named(String what, @Nullable Person who) {
        return who == null ? null : what + " " + who;
    }

    private static @Nullable String people(String what, List<Person> people) {
        return people.isEmpty()
                ? null
                : what
                        + " "
                        + people.stream().map(Person::toString).collect(Collectors.joining(", "));
    }

    private static String joined(@Nullable String... parts) {
        return Stream.of(parts)
                .filter(Objects::nonNull)
                .filter(part -> !part.isEmpty())
                .collect(Collectors.joining("; "));
    }
}
