package org.refocusrecord.query.notices;

import org.jspecify.annotations.Nullable;
import org.refocusrecord.events.ContractId;
import org.refocusrecord.events.GoalId;
import org.refocusrecord.events.Id;
import org.refocusrecord.events.Person;
import org.refocusrecord.events.StepId;
import org.refocusrecord.events.casefile.CaseFileEvent;
import org.refocusrecord.events.coaching.CoachingContractAgreed;
import org.refocusrecord.events.coaching.CoachingContractAmended;
import org.refocusrecord.events.coaching.CoachingContractEnded;
import org.refocusrecord.events.coaching.CoachingContractReviewed;
import org.refocusrecord.events.coaching.CoachingConversationHeld;
import org.refocusrecord.events.goal.GoalActivated;
import org.refocusrecord.events.goal.GoalReviewed;
import org.refocusrecord.events.goal.GoalSet;
import org.refocusrecord.events.goal.GoalStatusStated;
import org.refocusrecord.events.goal.GoalStepChanged;
import org.refocusrecord.events.goal.GoalStepPlanned;
import org.refocusrecord.events.goal.GoalStepStatusStated;
import org.refocusrecord.events.session.SessionHeld;
import org.refocusrecord.query.history.Fact;
import org.refocusrecord.query.history.Line;
import org.refocusrecord.query.record.CareTimes;
import org.refocusrecord.query.record.Rosters;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Stream;

/**
 * The notices that a case alone can tell, in the order of the line.
 *
 * <p>They refuse nothing and judge nobody: what is odd may well be true.
 */
public final class CaseNotices {

    private final Line line;
    private final CareTimes times;
    private final Duration lateAfter;
    private final List<Notice> notices = new ArrayList<>();
    private final Map<StepId, GoalId> goalOfStep = new HashMap<>();
    private final Set<GoalId> inactive = new HashSet<>();
    private final Map<Person, Set<ContractId>> openContracts = new HashMap<>();
    private final Set<ContractId> ended = new HashSet<>();
    private final Set<UUID> withdrawn = new HashSet<>();

    private CaseNotices(Line line, Duration lateAfter) {
        this.line = line;
        this.times = CareTimes.of(line);
        this.lateAfter = lateAfter;
    }

    /**
     * The notices of a case.
     *
     * @param lateAfter after how long a session needs a reason for being late
     */
    public static List<Notice> of(Line line, Duration lateAfter) {
        CaseNotices notices = new CaseNotices(line, lateAfter);
        for (Fact fact : line.facts()) {
            if (fact.event() instanceof GoalStepPlanned planned) {
                notices.goalOfStep.put(planned.stepId(), planned.goalId());
            }
        }
        line.facts().forEach(notices::after);
        return List.copyOf(notices.notices);
    }

    /** The same, with those that the rosters of its teams tell, in the order of the line. */
    public static List<Notice> of(Line line, Duration lateAfter, Rosters rosters) {
        return Stream.concat(
                        of(line, lateAfter).stream(), StaffNamed.strangers(line, rosters).stream())
                .sorted(Comparator.comparing(Notice::occurredAt))
                .toList();
    }

    private void after(Fact fact) {
        if (fact.isLive()) {
            switch (fact.event()) {
                case SessionHeld _ -> session(fact);
                case CoachingContractAgreed agreed -> agreed(agreed, fact);
                default -> entry(fact);
            }
        }
        if (fact.corrected() && !(fact.event() instanceof CaseFileEvent)) {
            notice(NoticeCode.ENTRY_CORRECTED, fact);
        }
    }

    private void session(Fact fact) {
        if (!times.isOpen(fact.place().atZone(line.zone()).toLocalDate())) {
            notice(NoticeCode.CASE_NOT_OPEN, fact);
        }
        if (fact.recorded().event() instanceof SessionHeld held && wasLate(held, fact)) {
            notice(NoticeCode.ENTRY_LATE, fact);
        }
    }

    /** As it was first posted: without a reason it would have been refused, had it needed one. */
    private boolean wasLate(SessionHeld held, Fact fact) {
        Instant received = fact.recorded().recordedAt();
        Instant first = held.firstRecordedAt();
        Instant counted = first != null && first.isBefore(received) ? first : received;
        return held.lateReason() != null
                && Duration.between(held.occurredAt(), counted).compareTo(lateAfter) > 0;
    }

    private void agreed(CoachingContractAgreed agreed, Fact fact) {
        Set<ContractId> open = openContracts.computeIfAbsent(agreed.worker(), _ -> new HashSet<>());
        if (!open.isEmpty()) {
            notice(NoticeCode.CONTRACT_ANOTHER_OPEN, fact);
        }
        open.add(agreed.contractId());
    }

    private void entry(Fact fact) {
        if (Named.by(fact.event()).stream().anyMatch(withdrawn::contains)) {
            notice(NoticeCode.ITEM_WITHDRAWN, fact);
        }
        Id takenBack = Named.takenBack(fact.event());
        if (takenBack != null) {
            withdrawn.add(takenBack.value());
        }
        ContractId contract = contract(fact);
        if (contract != null && ended.contains(contract)) {
            notice(NoticeCode.CONTRACT_ENDED, fact);
        }
        GoalId goal = workedOn(fact);
        if (goal != null && inactive.contains(goal)) {
            notice(NoticeCode.GOAL_NOT_ACTIVE, fact);
        }
        turned(fact);
    }

    private static @Nullable ContractId contract(Fact fact) {
        return switch (fact.event()) {
            case CoachingContractAmended amended -> amended.contractId();
            case CoachingContractReviewed reviewed -> reviewed.contractId();
            case CoachingContractEnded end -> end.contractId();
            case CoachingConversationHeld held -> held.contractId();
            default -> null;
        };
    }

    private @Nullable GoalId workedOn(Fact fact) {
        return switch (fact.event()) {
            case GoalReviewed reviewed -> reviewed.goalId();
            case GoalStepPlanned planned -> planned.goalId();
            case GoalStepChanged changed -> goalOfStep.get(changed.stepId());
            case GoalStepStatusStated stated -> goalOfStep.get(stated.stepId());
            default -> null;
        };
    }

    private void turned(Fact fact) {
        switch (fact.event()) {
            case GoalSet set -> inactive.remove(set.goalId());
            case GoalActivated activated -> inactive.remove(activated.goalId());
            case GoalStatusStated stated -> inactive.add(stated.goalId());
            case CoachingContractEnded end -> {
                ended.add(end.contractId());
                openContracts.values().forEach(open -> open.remove(end.contractId()));
            }
            default -> {}
        }
    }

    private void notice(NoticeCode code, Fact fact) {
        notices.add(Notice.of(code, fact));
    }
}
