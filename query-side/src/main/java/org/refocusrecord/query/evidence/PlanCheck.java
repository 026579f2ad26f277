package org.refocusrecord.query.evidence;

import org.refocusrecord.eventlog.RecordedEvent;
import org.refocusrecord.eventlog.json.TimeText;
import org.refocusrecord.events.AnyId;
import org.refocusrecord.events.Words;
import org.refocusrecord.events.correction.WordsErased;
import org.refocusrecord.query.careplan.CarePlan;
import org.refocusrecord.query.careplan.Include;
import org.refocusrecord.query.door.Sight;
import org.refocusrecord.query.door.ViewJson;
import org.refocusrecord.query.history.CaseHistory;

import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ObjectNode;

import java.time.DateTimeException;
import java.time.Instant;
import java.util.List;
import java.util.Map;

/**
 * Folds the plan again of the events and the disclosed texts, and compares. Notices rest on the
 * rosters of teams too, which are not here, and are left aside.
 */
final class PlanCheck {

    private final Findings findings;
    private final Map<TextsCheck.Place, String> disclosed;

    PlanCheck(Map<TextsCheck.Place, String> disclosed, Findings findings) {
        this.disclosed = disclosed;
        this.findings = findings;
    }

    void check(EvidenceFile file, List<RecordedEvent> events, EvidenceHeads heads) {
        JsonNode shown = EvidenceJson.parse(file.part(Part.PLAN), Part.PLAN.file());
        Instant knownAt = knownAt(shown);
        Instant last = events.getLast().recordedAt();
        if (knownAt.isBefore(last)
                || knownAt.isAfter(TimeText.moment(heads.noted().recordedAt()))) {
            findings.found("the plan says that it was known at another time");
            return;
        }
        CarePlan plan =
                CarePlan.of(
                        CaseHistory.of(events, heads.zone()).as(null, knownAt),
                        Include.LIVE,
                        List.of(),
                        heads.position());
        JsonNode folded = EvidenceJson.parse(ViewJson.bytes(plan, sight(), false), "the plan");
        boolean erased = events.stream().anyMatch(event -> event.event() instanceof WordsErased);
        without(shown);
        without(folded);
        int before = findings.verdict().findings().size();
        new PlanDifference(erased, findings).compare("", folded, shown);
        if (findings.verdict().findings().size() == before) {
            findings.told(
                    "The care plan was folded again and is the same; its notices rest on rosters"
                            + " too and were not checked.");
        }
    }

    private static Instant knownAt(JsonNode plan) {
        try {
            return TimeText.moment(new EvidenceJson(plan, Part.PLAN.file()).text("knownAt"));
        } catch (DateTimeException none) {
            throw new UnreadableEvidence("care-plan.json does not say when it was known");
        }
    }

    private static void without(JsonNode plan) {
        if (plan instanceof ObjectNode object) {
            object.remove("notices");
        }
    }

    /** What is seen of the texts: what was disclosed, and nothing else. */
    Sight sight() {
        return new Sight() {
            @Override
            public boolean showsRating(AnyId rating) {
                return true;
            }

            @Override
            public Shown of(Words.Kept words) {
                String text = disclosed.get(new TextsCheck.Place(words.eventId(), words.n()));
                return new Shown(text, text == null ? Withheld.ERASED : null);
            }

            @Override
            public void wasUsed() {
                // Whoever checks has it already.
            }
        };
    }
}
