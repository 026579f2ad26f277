package org.refocusrecord.query.evidence;

import org.jspecify.annotations.Nullable;
import org.refocusrecord.eventlog.RecordedEvent;
import org.refocusrecord.eventlog.json.PayloadUnreadable;
import org.refocusrecord.eventlog.json.TimeText;
import org.refocusrecord.eventlog.seal.Checkpoint;

import java.nio.file.Path;
import java.time.DateTimeException;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/** Checks evidence with nothing but the evidence, and the key and checkpoint that somebody has. */
public final class EvidenceCheck {

    private EvidenceCheck() {}

    /**
     * The verdict.
     *
     * @param key the log's key, got by another way; null: that of the evidence is believed
     * @param kept a checkpoint that somebody has kept; null: none
     * @throws UnreadableEvidence if nothing can be said of it
     */
    public static Verdict of(Path zip, @Nullable String key, @Nullable String kept) {
        return of(EvidenceFile.read(zip), key, kept);
    }

    /** The verdict, and the plan that the evidence makes. */
    public static CheckedEvidence checked(Path zip, @Nullable String key, @Nullable String kept) {
        return checked(EvidenceFile.read(zip), key, kept);
    }

    static Verdict of(EvidenceFile file, @Nullable String key, @Nullable String kept) {
        return checked(file, key, kept).verdict();
    }

    private static CheckedEvidence checked(
            EvidenceFile file, @Nullable String key, @Nullable String kept) {
        Findings findings = new Findings();
        CheckpointCheck signed = new CheckpointCheck(file, key, findings);
        Checkpoint checkpoint =
                signed.checked(file.text(Part.CHECKPOINT), "the checkpoint of the evidence");
        EvidenceHeads heads = EvidenceHeads.of(file.part(Part.HEADS));
        List<Proven> proven = new EventsCheck(checkpoint, findings).checked(file);
        new HeadsCheck(checkpoint, findings).check(heads, proven);
        if (kept != null) {
            Checkpoint older = signed.checked(kept, "the checkpoint that was given");
            List<Proven> all = new ArrayList<>(proven);
            all.add(new Proven(heads.noted(), heads.proof()));
            new OlderCheckpoint(checkpoint, findings)
                    .check(older, findings.areNone() ? all : List.of());
        }
        EvidencePlan plan = null;
        if (findings.areNone()) {
            plan = folded(file, proven, heads, checkpoint, findings);
        } else {
            findings.told("The plan was not folded again: what it rests on is not sound.");
        }
        return new CheckedEvidence(findings.verdict(), findings.areNone() ? plan : null);
    }

    private static @Nullable EvidencePlan folded(
            EvidenceFile file,
            List<Proven> proven,
            EvidenceHeads heads,
            Checkpoint checkpoint,
            Findings findings) {
        findings.told(
                "%s: all that the log had noted of it up to position %d of %d; events: %d.",
                heads.head().stream(), heads.position(), checkpoint.size(), proven.size());
        findings.told(
                "All of heads.json is proven but its zone (%s), which says where the plan's days"
                        + " begin: that, and the plan's knownAt within %s to %s, are the server's"
                        + " word alone.",
                heads.zone(), proven.getLast().event().recordedAt(), heads.noted().recordedAt());
        long withheld = proven.stream().filter(each -> each.event().payload() == null).count();
        List<RecordedEvent> events = readable(proven, findings);
        if (!findings.areNone()) {
            return null;
        }
        Map<TextsCheck.Place, String> texts = new TextsCheck(findings).checked(file, events);
        if (withheld > 0) {
            findings.told(
                    "Answers of ratings (%d) are withheld, so the plan cannot be folded again."
                            + " Ask with a Purpose.",
                    withheld);
        } else if (findings.areNone()) {
            PlanCheck plan = new PlanCheck(texts, findings);
            fold(plan, file, events, heads, findings);
            return new EvidencePlan(
                    events,
                    heads.zone(),
                    plan.sight(),
                    TimeText.moment(heads.noted().recordedAt()),
                    heads.position());
        }
        return null;
    }

    /** A log that somebody made up may hold anything, and a fold expects what was decided. */
    private static void fold(
            PlanCheck plan,
            EvidenceFile file,
            List<RecordedEvent> events,
            EvidenceHeads heads,
            Findings findings) {
        try {
            plan.check(file, events, heads);
        } catch (UnreadableEvidence unreadable) {
            throw unreadable;
        } catch (RuntimeException notACase) {
            findings.found("the events make no care plan (%s)", notACase.getClass().getName());
        }
    }

    private static List<RecordedEvent> readable(List<Proven> proven, Findings findings) {
        List<RecordedEvent> events = new ArrayList<>();
        for (Proven each : proven) {
            try {
                if (each.event().payload() != null) {
                    events.add(each.event().recorded(each.proof().position()));
                }
            } catch (PayloadUnreadable | IllegalArgumentException | DateTimeException unknown) {
                findings.found(
                        "%s, %s revision %d, cannot be read by this program",
                        each.name(), each.event().type(), each.event().revision());
            }
        }
        return events;
    }
}
