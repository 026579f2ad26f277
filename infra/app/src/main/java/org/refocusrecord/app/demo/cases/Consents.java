package org.refocusrecord.app.demo.cases;

import org.refocusrecord.app.demo.trial.Body;
import org.refocusrecord.app.demo.trial.Chance;
import org.refocusrecord.app.demo.trial.Phrase;
import org.refocusrecord.events.CorrectionCause;
import org.refocusrecord.events.study.Consent;

import java.time.LocalDate;

/** Who consented to the study, who withdrew and who did not want to be in it at all. */
final class Consents {

    private final CaseFile file;
    private final Picture picture;
    private final CasePosts posts;
    private final Chance chance;

    Consents(CaseFile file, Picture picture, CasePosts posts) {
        this.file = file;
        this.picture = picture;
        this.posts = posts;
        this.chance = file.chance().of("consent");
    }

    void state(LocalDate on) {
        Body given = consent(file.isAsked() ? Consent.GIVEN : Consent.OPTED_OUT, on);
        posts.ofStudy("consent", "/participants", given, on);
        boolean wrongDay = file.place() == 1 && file.team().ordinal() % 6 == 2;
        if (wrongDay) {
            Body mended = given.copy().with("commandId", null).with("on", on.minusDays(1));
            Body correction =
                    Body.of("commandId", chance.id())
                            .with("target", given.id("commandId"))
                            .with("kind", "AMENDED")
                            .with("because", CorrectionCause.MISTAKE)
                            .with("reason", Phrase.MISTAKE.text(chance))
                            .with("replacement", mended);
            posts.ofStudy("study-correction", "/corrections", correction, on.plusDays(1));
        }
    }

    void withdraw(LocalDate on) {
        posts.ofStudy("consent", "/participants", consent(Consent.WITHDRAWN, on), on);
    }

    private Body consent(Consent consent, LocalDate on) {
        boolean paired = consent == Consent.GIVEN;
        return Body.of("commandId", chance.id())
                .with("caseId", file.caseId())
                .with("consent", consent)
                .with("pairedWorkerId", paired ? picture.worker.workerId() : null)
                .with("on", on);
    }
}
