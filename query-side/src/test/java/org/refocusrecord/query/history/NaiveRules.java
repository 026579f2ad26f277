package org.refocusrecord.query.history;

import org.jspecify.annotations.Nullable;
import org.refocusrecord.eventlog.RecordedEvent;
import org.refocusrecord.events.Id;
import org.refocusrecord.events.careaction.CareActionAdded;
import org.refocusrecord.events.casefile.CaseOpened;
import org.refocusrecord.events.goal.GoalSet;
import org.refocusrecord.events.goal.GoalStepPlanned;
import org.refocusrecord.events.goal.GoalVoiced;
import org.refocusrecord.events.session.Entry;
import org.refocusrecord.events.shape.Member;
import org.refocusrecord.events.shape.RecordShape;
import org.refocusrecord.events.workingpractice.ValueTold;
import org.refocusrecord.query.history.NaiveLine.Standing;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashSet;
import java.util.List;
import java.util.Set;

/** What the rules of recording make sure of, asked of a whole history. */
final class NaiveRules {

    private NaiveRules() {}

    /** Whether all that holds names what stands before it, and nothing is brought twice. */
    static boolean hold(List<RecordedEvent> events) {
        List<Standing> standing = new NaiveLine(events, null, null).standing();
        if (standing.stream().noneMatch(each -> each.event() instanceof CaseOpened)) {
            return false;
        }
        Set<List<@Nullable Object>> brought = new HashSet<>();
        for (Standing each : standing) {
            if (each.event() instanceof Entry entry
                    && broughtBy(entry) != null
                    && !brought.add(Arrays.asList(entry.getClass(), broughtBy(entry)))) {
                return false;
            }
            if (each.event() instanceof Entry entry && !namesWhatIsBefore(each, entry, standing)) {
                return false;
            }
        }
        return true;
    }

    private static boolean namesWhatIsBefore(Standing each, Entry entry, List<Standing> standing) {
        for (Id named : ids(entry)) {
            boolean brought = brings(entry, named);
            for (Standing other : standing) {
                brought |=
                        other.isBefore(each)
                                && other.event() instanceof Entry before
                                && brings(before, named);
            }
            if (!brought) {
                return false;
            }
        }
        return true;
    }

    /** All ids in an entry but its own. */
    private static List<Id> ids(Entry entry) {
        List<Id> ids = new ArrayList<>();
        for (Member member : RecordShape.of(entry.getClass()).members()) {
            if (member.of(entry) instanceof Id id && !id.equals(entry.entryId())) {
                ids.add(id);
            }
        }
        return ids;
    }

    /** What an amendment may not change. */
    static Id first(Entry entry) {
        return ids(entry).getFirst();
    }

    private static boolean brings(Entry entry, Id id) {
        return id.equals(broughtBy(entry));
    }

    /** The item that an entry brings; the id of a goal in a step only names it. */
    private static @Nullable Id broughtBy(Entry entry) {
        return switch (entry) {
            case ValueTold told -> told.valueId();
            case GoalVoiced voiced -> voiced.goalId();
            case GoalSet set -> set.goalId();
            case GoalStepPlanned planned -> planned.stepId();
            case CareActionAdded added -> added.actionId();
            default -> null;
        };
    }
}
