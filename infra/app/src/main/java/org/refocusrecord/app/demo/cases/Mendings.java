package org.refocusrecord.app.demo.cases;

import org.refocusrecord.app.demo.trial.Body;
import org.refocusrecord.app.demo.trial.Chance;
import org.refocusrecord.app.demo.trial.Phrase;
import org.refocusrecord.events.CorrectionCause;
import org.refocusrecord.events.Words;

import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.UUID;

/** Mistakes that were mended, entries taken out, and views that differ and stay side by side. */
final class Mendings {

    private static final String CORRECTION = "correction";
    private static final String CORRECTIONS = "/corrections";

    private final Picture picture;
    private final CasePosts posts;
    private final Chance chance;

    Mendings(CaseFile file, Picture picture, CasePosts posts) {
        this.picture = picture;
        this.posts = posts;
        this.chance = file.chance().of("mending");
    }

    /** After some meetings something is mended. */
    void after(Meeting meeting, Scene scene) {
        LocalDate day = meeting.writtenOn();
        int drawn = chance.between(1, 100);
        if (drawn <= 2) {
            lengthMended(meeting, day);
        } else if (drawn <= 5) {
            actionMended(scene, day);
        } else if (drawn <= 7) {
            enteredTwice(meeting, day);
        } else if (drawn <= 8) {
            wrongPerson(meeting, day);
        } else if (drawn <= 13) {
            disagreement(scene, day);
        }
    }

    private void lengthMended(Meeting meeting, LocalDate day) {
        Body mended = meeting.mended();
        if (mended != null) {
            bySystem(amended(meeting.sessionId(), mended), day);
        }
    }

    /** What an action is about was entered wrongly; now and then the mending was the mistake. */
    private void actionMended(Scene scene, LocalDate day) {
        firstOf(scene, "CARE_ACTION_ADDED").ifPresent(entry -> mend(entry, day));
    }

    private void mend(Body entry, LocalDate day) {
        Body mended =
                entry.copy()
                        .with("description", new Words.AsBefore())
                        .with("focus", CareActions.focus(chance));
        Body correction = amended(entry.id("entryId"), mended);
        bySystem(correction, day);
        if (chance.percent(25)) {
            bySystem(inError(correction.id("commandId"), CorrectionCause.MISTAKE), day);
        }
    }

    private void enteredTwice(Meeting meeting, LocalDate day) {
        UUID again = chance.id();
        posts.session(meeting.again(again, List.of(account())), day);
        bySystem(inError(again, CorrectionCause.DUPLICATE), day);
    }

    /** A meeting with somebody else was entered here, and is taken out. */
    private void wrongPerson(Meeting meeting, LocalDate day) {
        UUID others = chance.id();
        posts.session(meeting.again(others, List.of(account())), day);
        bySystem(inError(others, CorrectionCause.WRONG_PERSON), day);
    }

    private Body account() {
        return Body.of("entryId", chance.id())
                .with("kind", "ACCOUNT")
                .with("words", Phrase.ACCOUNT.words(chance));
    }

    private void disagreement(Scene scene, LocalDate day) {
        Optional<Body> target =
                firstOf(scene, "GOAL_SET").or(() -> firstOf(scene, "CARE_ACTION_ADDED"));
        target.ifPresent(entry -> disagree(entry.id("entryId"), day));
    }

    private void disagree(UUID target, LocalDate day) {
        UUID disagreement = chance.id();
        Body body =
                Body.of("commandId", disagreement)
                        .with("target", target)
                        .with("party", Scene.ONESELF)
                        .with("words", Phrase.DISAGREEMENT.words(chance));
        posts.byOneself("disagreement", "/disagreements", body, day);
        if (chance.percent(80)) {
            Body reply =
                    Body.of("commandId", chance.id())
                            .with("party", picture.worker.person())
                            .with("words", Phrase.REPLY.words(chance))
                            .with("recordedBy", picture.worker.person());
            String door = "/disagreements/" + disagreement + "/replies";
            posts.bySystem("reply", door, reply, day.plusDays(1));
        }
    }

    /** The person mends what he or she wrote, and nobody else does. */
    void ofOneself(Body written, Scene scene, LocalDate day) {
        Optional<Body> own = firstOf(scene, "VALUE_TOLD").or(() -> firstOf(scene, "GOAL_VOICED"));
        if (own.isPresent() && chance.percent(20)) {
            Body entry = own.get();
            Phrase phrase = entry.has("valueId") ? Phrase.VALUE : Phrase.GOAL;
            Body mended = entry.copy().with("statement", phrase.words(chance));
            Body correction = amended(entry.id("entryId"), mended).with("recordedBy", null);
            posts.byOneself(CORRECTION, CORRECTIONS, correction, day);
        } else if (chance.percent(2)) {
            Body correction =
                    inError(written.id("commandId"), CorrectionCause.MISTAKE)
                            .with("recordedBy", null);
            if (scene.entries().stream().allMatch(entry -> entry.text("kind").equals("ACCOUNT"))) {
                posts.byOneself(CORRECTION, CORRECTIONS, correction, day);
            }
        }
    }

    private void bySystem(Body correction, LocalDate day) {
        posts.bySystem(CORRECTION, CORRECTIONS, correction, day);
    }

    private Body amended(UUID target, Body replacement) {
        return correction(target, "AMENDED", CorrectionCause.MISTAKE)
                .with("replacement", replacement);
    }

    private Body inError(UUID target, CorrectionCause because) {
        return correction(target, "ENTERED_IN_ERROR", because);
    }

    private Body correction(UUID target, String kind, CorrectionCause because) {
        return Body.of("commandId", chance.id())
                .with("target", target)
                .with("kind", kind)
                .with("because", because)
                .with("reason", Phrase.MISTAKE.words(chance))
                .with("recordedBy", picture.worker.person());
    }

    private static Optional<Body> firstOf(Scene scene, String kind) {
        return scene.entries().stream()
                .filter(entry -> entry.text("kind").equals(kind))
                .findFirst();
    }
}
