package org.refocusrecord.app.demo.cases;

import org.refocusrecord.app.demo.teams.Member;
import org.refocusrecord.app.demo.teams.Roster;
import org.refocusrecord.app.demo.trial.Body;
import org.refocusrecord.app.demo.trial.Chance;
import org.refocusrecord.app.demo.trial.Days;
import org.refocusrecord.app.demo.trial.Participation;
import org.refocusrecord.app.demo.trial.Post;
import org.refocusrecord.app.demo.trial.TrialSize;
import org.refocusrecord.app.demo.trial.TrialTeam;
import org.refocusrecord.events.Party;
import org.refocusrecord.events.Person;
import org.refocusrecord.events.rating.Occasion;

import java.time.LocalDate;
import java.util.List;
import java.util.Set;
import java.util.UUID;

/** One person's year: the opening of the case, the measures, and meeting after meeting. */
final class CaseStory {

    private final CaseFile file;
    private final TrialSize size;
    private final Chance chance;
    private final CasePosts posts;
    private final Picture picture;
    private final LocalDate start;
    private final LocalDate baseline;
    private final Practices practices;
    private final CaseLife life;
    private final Mendings mendings;

    CaseStory(CaseFile file, Set<TrialTeam> teams, TrialSize size) {
        this.file = file;
        this.size = size;
        this.chance = file.chance();
        this.posts = new CasePosts(file, size);
        this.start = file.team().startsOn();
        this.baseline = Days.weekday(start.minusDays(chance.between(20, 28)));
        this.picture = picture();
        this.practices = new Practices(file.team().participation(), start, chance);
        this.life = new CaseLife(file, picture, posts, teams, size);
        this.mendings = new Mendings(file, picture, posts);
    }

    private Picture picture() {
        TrialTeam team = file.team();
        Roster roster = Roster.of(team, size);
        Member worker = roster.coordinatorOn(baseline.minusDays(2), chance);
        Person carer = chance.percent(40) ? new Person(Party.CARER, chance.id().toString()) : null;
        return new Picture(team, roster, worker, carer, chance.percent(4));
    }

    /** All that is posted, in order. */
    List<Post> posts() {
        life.begin(baseline);
        LocalDate day = file.isAsked() ? atBaseline() : Days.weekday(baseline.plusDays(70));
        LocalDate again = Days.weekday(start.plusDays(chance.between(342, 352)));
        while (day.isBefore(again) && !life.hasEnded()) {
            life.until(day);
            if (life.isOpen()) {
                meet(day);
            } else if (life.ringsOnce()) {
                call(day);
            }
            day = Days.weekday(day.plusDays(chance.between(10, 18)));
        }
        life.until(again);
        if (life.isOpen() && file.isSeenAgain()) {
            measures(again, Occasion.FOLLOW_UP_12M);
        }
        return posts.before(size.endOf(file.team()));
    }

    private LocalDate atBaseline() {
        measures(baseline, Occasion.BASELINE);
        return Days.weekday(baseline.plusDays(14));
    }

    /** What the paired worker rates alone, and what the person answers with a researcher. */
    private void measures(LocalDate day, Occasion occasion) {
        Person worker = picture.worker.person();
        Scene rated = Scene.with(picture, chance, day, worker);
        Measures.byWorker(rated, occasion);
        Meeting alone = meeting(day, worker, List.of(Meeting.named(worker)));
        posts.session(alone.session(rated.entries()), alone.writtenOn());
        UUID researcher = size.chance("researcher/" + file.team().trust()).id("id");
        Person interviewer = new Person(Party.RESEARCHER, researcher.toString());
        Scene asked = Scene.with(picture, chance, day, interviewer);
        Measures.byPerson(asked, occasion, worker);
        List<Body> both = List.of(Body.of("party", Party.SERVICE_USER), Meeting.named(interviewer));
        Meeting interview = meeting(day, interviewer, both);
        posts.session(interview.session(asked.entries()), interview.writtenOn());
    }

    private Meeting meeting(LocalDate day, Person recordedBy, List<Body> people) {
        return new Meeting(file.caseId(), day, recordedBy, people, chance);
    }

    private void meet(LocalDate day) {
        boolean withPerson = !chance.percent(5);
        Person worker = picture.worker.person();
        List<Body> people = Meeting.people(picture, withPerson, chance);
        boolean stranger = chance.percent(1);
        if (stranger) {
            people.add(Meeting.named(new Person(Party.STAFF, chance.id().toString())));
        }
        boolean shortly = !stranger && chance.percent(50);
        Meeting meeting = meeting(day, shortly ? Person.theOnly(Party.STAFF) : worker, people);
        Scene scene = Scene.with(picture, chance, day, worker);
        if (withPerson) {
            practices.offerDue(scene);
            Turn.takeSome(Turns.OF_MEETINGS, chance.between(1, 3), scene);
        } else {
            Turn.takeSome(Turns.WITHOUT_THE_PERSON, 1, scene);
        }
        posts.session(meeting.session(scene.entries()), meeting.writtenOn());
        picture.lastSession = meeting.sessionId();
        mendings.after(meeting, scene);
        writeAlone(meeting.writtenOn());
    }

    /** After closure: recorded as it was, and shown as a notice. */
    private void call(LocalDate day) {
        Person worker = picture.worker.person();
        Scene scene = Scene.with(picture, chance, day, worker);
        Accounts.account(scene);
        Meeting call = meeting(day, worker, Meeting.people(picture, true, chance));
        posts.session(call.session(scene.entries()), call.writtenOn());
    }

    private void writeAlone(LocalDate after) {
        if (!chance.percent(ownDoor(file.team().participation()))) {
            return;
        }
        LocalDate day = after.plusDays(1);
        Scene scene = Scene.alone(picture, chance, day);
        Turn.takeSome(Turns.OF_ONESELF, chance.between(1, 2), scene);
        Body written =
                Body.of("commandId", chance.id())
                        .with("occurredAt", Days.inTheEvening(day, chance))
                        .with("entries", scene.entries());
        posts.byOneself("own-entries", "/own-entries", written, day);
        mendings.ofOneself(written, scene, day);
    }

    private static int ownDoor(Participation participation) {
        return switch (participation) {
            case HIGH -> 25;
            case LOW -> 12;
            case CONTROL -> 8;
        };
    }
}
