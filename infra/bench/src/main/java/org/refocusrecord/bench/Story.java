package org.refocusrecord.bench;

import org.refocusrecord.command.casefile.CaseCommand;
import org.refocusrecord.command.casefile.CaseCommand.RecordSession;
import org.refocusrecord.command.casefile.CaseCommand.StateFact;
import org.refocusrecord.events.CaseId;
import org.refocusrecord.events.CommandId;
import org.refocusrecord.events.EntryId;
import org.refocusrecord.events.GoalId;
import org.refocusrecord.events.Party;
import org.refocusrecord.events.Person;
import org.refocusrecord.events.ServiceUserId;
import org.refocusrecord.events.StepId;
import org.refocusrecord.events.Words;
import org.refocusrecord.events.casefile.CaseOpened;
import org.refocusrecord.events.casefile.CrisisPlanNoted;
import org.refocusrecord.events.goal.GoalSet;
import org.refocusrecord.events.goal.GoalStepDone;
import org.refocusrecord.events.goal.GoalStepPlanned;
import org.refocusrecord.events.goal.Whose;
import org.refocusrecord.events.session.Entry;
import org.refocusrecord.events.session.Participant;
import org.refocusrecord.events.session.SessionHeld;
import org.refocusrecord.events.session.Setting;

import java.time.Instant;
import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.stream.IntStream;
import java.util.stream.Stream;

/** The commands that are measured, as the bus takes them. */
record Story(Cast cast) {

    private static final String GOAL =
            "To go to the allotment on Thursdays again, and to stay for the tea afterwards.";
    private static final String FIRST_STEP =
            "Ring Sam at the allotment society and ask which plot is free.";
    private static final String SECOND_STEP =
            "Look up the number 12 bus together, and ride it once to see how it goes.";

    CaseId newCase() {
        return new CaseId(cast.ids().next());
    }

    private CommandId newCommand() {
        return new CommandId(cast.ids().next());
    }

    /** One event without Words, the first of its stream. */
    StateFact opening(CaseId caseId) {
        CommandId command = newCommand();
        CaseOpened opened =
                new CaseOpened(
                        command,
                        caseId,
                        new ServiceUserId(cast.ids().next()),
                        cast.trust(),
                        cast.team(),
                        cast.worker(),
                        Cast.OPENED_ON,
                        cast.staff());
        return new StateFact(
                CaseCommand.streamOf(caseId), cast.posting(Json.opening(opened)), command, opened);
    }

    /** One event without Words. */
    StateFact crisisPlan(CaseId caseId) {
        CommandId command = newCommand();
        CrisisPlanNoted noted =
                new CrisisPlanNoted(
                        command,
                        caseId,
                        true,
                        LocalDate.of(2026, 2, 3),
                        List.of(cast.staff()),
                        LocalDate.of(2026, 12, 24),
                        cast.staff());
        return new StateFact(
                CaseCommand.streamOf(caseId), cast.posting(Json.crisisPlan(noted)), command, noted);
    }

    /** A goal and two steps: four events, three of them with one text each. */
    RecordSession session(CaseId caseId) {
        return session(caseId, 1);
    }

    /** So many goals with two steps each. */
    RecordSession session(CaseId caseId, int goals) {
        return session(caseId, IntStream.range(0, goals).boxed().flatMap(_ -> goal()).toList());
    }

    private Stream<Entry> goal() {
        GoalId goal = new GoalId(cast.ids().next());
        return Stream.of(
                new GoalSet(
                        entry(),
                        goal,
                        sent(GOAL),
                        Whose.PERSON,
                        Person.theOnly(Party.SERVICE_USER),
                        List.of(Person.theOnly(Party.SERVICE_USER)),
                        null,
                        null,
                        null,
                        4,
                        6,
                        null),
                step(goal, FIRST_STEP, Party.SERVICE_USER),
                step(goal, SECOND_STEP, Party.STAFF));
    }

    /** Both steps are done: three events without a text. */
    RecordSession stepsDone(CaseId caseId, RecordSession planned) {
        List<Entry> done =
                planned.entries().stream()
                        .filter(GoalStepPlanned.class::isInstance)
                        .<Entry>map(step -> done(((GoalStepPlanned) step).stepId()))
                        .toList();
        return session(caseId, done);
    }

    private RecordSession session(CaseId caseId, List<Entry> entries) {
        CommandId sessionId = newCommand();
        SessionHeld held =
                new SessionHeld(
                        sessionId,
                        caseId,
                        Instant.now().minus(1, ChronoUnit.HOURS).truncatedTo(ChronoUnit.SECONDS),
                        50,
                        Setting.HOME,
                        List.of(
                                new Participant(Party.SERVICE_USER, "", null),
                                new Participant(Party.STAFF, cast.worker().toString(), null)),
                        cast.staff(),
                        null,
                        null,
                        null,
                        null);
        return new RecordSession(
                CaseCommand.streamOf(caseId),
                cast.posting(Json.session(held, entries)),
                held,
                entries);
    }

    private GoalStepPlanned step(GoalId goal, String text, Party responsible) {
        return new GoalStepPlanned(
                entry(),
                goal,
                new StepId(cast.ids().next()),
                sent(text),
                List.of(Person.theOnly(responsible)),
                null,
                null,
                null,
                null,
                null,
                LocalDate.of(2026, 12, 24));
    }

    private GoalStepDone done(StepId step) {
        return new GoalStepDone(
                entry(), step, List.of(Person.theOnly(Party.SERVICE_USER)), null, null, null, null);
    }

    private EntryId entry() {
        return new EntryId(cast.ids().next());
    }

    private static Words.Sent sent(String text) {
        return new Words.Sent(text, null, null, null, null);
    }
}
