package org.refocusrecord.app.demo.cases;

import org.refocusrecord.app.demo.teams.Member;
import org.refocusrecord.app.demo.teams.Roster;
import org.refocusrecord.app.demo.trial.Body;
import org.refocusrecord.app.demo.trial.Chance;
import org.refocusrecord.app.demo.trial.TrialSize;
import org.refocusrecord.app.demo.trial.TrialTeam;
import org.refocusrecord.events.Person;
import org.refocusrecord.events.careaction.PersonsView;
import org.refocusrecord.events.casefile.ClosureReason;
import org.refocusrecord.events.casefile.CoordinatorRole;

import java.time.LocalDate;
import java.util.List;
import java.util.Set;

/** The case around the meetings: opening, who coordinates, transfer, closure, reopening, death. */
final class CaseLife {

    private static final List<ClosureReason> CLOSURES =
            List.of(
                    ClosureReason.TREATMENT_COMPLETED,
                    ClosureReason.PERSON_WISHED,
                    ClosureReason.MOVED_AWAY);

    private final CaseFile file;
    private final Picture picture;
    private final CasePosts posts;
    private final Set<TrialTeam> teams;
    private final TrialSize size;
    private final Chance chance;
    private final Fates fates;
    private final Consents consents;
    private boolean open = true;
    private boolean ended;
    private boolean ringsOnce;

    CaseLife(
            CaseFile file, Picture picture, CasePosts posts, Set<TrialTeam> teams, TrialSize size) {
        this.file = file;
        this.picture = picture;
        this.posts = posts;
        this.teams = teams;
        this.size = size;
        this.chance = file.chance().of("life");
        this.fates = new Fates(file, chance);
        this.consents = new Consents(file, picture, posts);
    }

    boolean isOpen() {
        return open && !ended;
    }

    /** Whether nothing more is to be told. */
    boolean hasEnded() {
        return ended;
    }

    /** Whether the person, whose case was closed, rings once more. */
    boolean ringsOnce() {
        boolean rings = ringsOnce && !open;
        ringsOnce = false;
        return rings;
    }

    void begin(LocalDate baseline) {
        LocalDate told = baseline.minusDays(2);
        Body opened =
                Body.of("commandId", chance.id())
                        .with("caseId", file.caseId())
                        .with("serviceUserId", file.serviceUserId())
                        .with("trust", file.team().trust())
                        .with("teamId", file.team().id(size))
                        .with("careCoordinatorId", picture.worker.workerId())
                        .with("openedOn", told.minusDays(chance.between(10, 900)))
                        .with("recordedBy", picture.worker.person());
        posts.bySystem("case", "", opened, told);
        if (chance.percent(45)) {
            picture.keyWorker = picture.roster.keyWorkerOn(told, chance);
            assign(picture.keyWorker, CoordinatorRole.KEY_WORKER, told);
        }
        consents.state(baseline);
        if (chance.percent(15)) {
            crisisPlan(baseline);
        }
    }

    /** Tells what happened up to this day. */
    void until(LocalDate day) {
        fates.due(day).forEach(this::meet);
        LocalDate left = picture.worker.to();
        if (isOpen() && left != null && day.isAfter(left)) {
            picture.worker = picture.roster.coordinatorOn(left.plusDays(1), chance);
            assign(picture.worker, CoordinatorRole.CARE_COORDINATOR, left.plusDays(1));
        }
    }

    private void meet(Fates.Fate fate) {
        if (ended) {
            return;
        }
        switch (fate.kind()) {
            case TRANSFERRED -> transfer(fate.on());
            case LEFT_FOR_GOOD -> {
                close(chance.oneOf(CLOSURES), fate.on());
                ringsOnce = chance.percent(40);
            }
            case LOST -> close(ClosureReason.LOST_CONTACT, fate.on());
            case LEFT_FOR_A_WHILE -> close(ClosureReason.PERSON_WISHED, fate.on());
            case CAME_BACK -> reopen(fate.on());
            case DIED -> die(fate.on());
            case WITHDREW -> consents.withdraw(fate.on());
            case NEW_CRISIS_PLAN -> crisisPlan(fate.on());
        }
    }

    /** Where the other team is not part of this share of the trial, the story ends here. */
    private void transfer(LocalDate on) {
        TrialTeam to = file.team().neighbour();
        if (!teams.contains(to)) {
            ended = true;
            return;
        }
        Body body =
                Body.of("commandId", chance.id())
                        .with("toTeamId", to.id(size))
                        .with("on", on)
                        .with("decidedBy", List.of(Scene.ONESELF, picture.worker.person()))
                        .with("personsView", PersonsView.ACCEPTS)
                        .with("recordedBy", picture.worker.person());
        posts.bySystem("transfer", "/transfers", body, on);
        picture.team = to;
        picture.roster = Roster.of(to, size);
        picture.worker = picture.roster.coordinatorOn(on, chance);
        assign(picture.worker, CoordinatorRole.CARE_COORDINATOR, on);
    }

    private void close(ClosureReason reason, LocalDate on) {
        boolean asked = reason != ClosureReason.LOST_CONTACT && reason != ClosureReason.DIED;
        Person worker = picture.worker.person();
        Body body =
                Body.of("commandId", chance.id())
                        .with("reason", reason)
                        .with("on", on)
                        .with("decidedBy", asked ? List.of(Scene.ONESELF, worker) : List.of(worker))
                        .with("personsView", asked ? PersonsView.WANTS : null)
                        .with("recordedBy", worker);
        posts.bySystem("closure", "/closure", body, on);
        open = false;
    }

    private void reopen(LocalDate on) {
        posts.bySystem("reopening", "/reopening", dated(on), on);
        open = true;
    }

    private void die(LocalDate on) {
        posts.bySystem("death", "/death", dated(on), on);
        close(ClosureReason.DIED, on);
        ended = true;
    }

    private Body dated(LocalDate on) {
        return Body.of("commandId", chance.id())
                .with("on", on)
                .with("recordedBy", picture.worker.person());
    }

    private void crisisPlan(LocalDate on) {
        Body body =
                Body.of("commandId", chance.id())
                        .with("exists", true)
                        .with("on", on)
                        .with("madeWith", List.of(Scene.ONESELF, picture.worker.person()))
                        .with("reviewOn", on.plusYears(1))
                        .with("recordedBy", picture.worker.person());
        posts.bySystem("crisis-plan", "/crisis-plan", body, on);
    }

    private void assign(Member member, CoordinatorRole role, LocalDate from) {
        Body body =
                Body.of("commandId", chance.id())
                        .with("workerId", member.workerId())
                        .with("role", role)
                        .with("from", from)
                        .with("recordedBy", picture.worker.person());
        posts.bySystem("care-coordinator", "/care-coordinator", body, from);
    }
}
