package org.refocusrecord.query.caseload;

import org.jspecify.annotations.Nullable;
import org.refocusrecord.eventlog.RecordedEvent;
import org.refocusrecord.events.AnyId;
import org.refocusrecord.events.CaseId;
import org.refocusrecord.events.CommandId;
import org.refocusrecord.events.EntryId;
import org.refocusrecord.events.GoalId;
import org.refocusrecord.events.Id;
import org.refocusrecord.events.Party;
import org.refocusrecord.events.Person;
import org.refocusrecord.events.ServiceUserId;
import org.refocusrecord.events.Sharing;
import org.refocusrecord.events.StepId;
import org.refocusrecord.events.TeamId;
import org.refocusrecord.events.Wording;
import org.refocusrecord.events.Words;
import org.refocusrecord.events.casefile.CareCoordinatorAssigned;
import org.refocusrecord.events.casefile.CaseClosed;
import org.refocusrecord.events.casefile.CaseEvent;
import org.refocusrecord.events.casefile.CaseOpened;
import org.refocusrecord.events.casefile.CaseReopened;
import org.refocusrecord.events.casefile.CaseTransferred;
import org.refocusrecord.events.casefile.ClosureReason;
import org.refocusrecord.events.casefile.CoordinatorRole;
import org.refocusrecord.events.casefile.DeathNoted;
import org.refocusrecord.events.correction.EntryAmended;
import org.refocusrecord.events.correction.EntryMarkedInError;
import org.refocusrecord.events.goal.GoalProgress;
import org.refocusrecord.events.goal.GoalReviewed;
import org.refocusrecord.events.goal.GoalSet;
import org.refocusrecord.events.goal.GoalStepPlanned;
import org.refocusrecord.events.goal.Whose;
import org.refocusrecord.events.session.Entry;
import org.refocusrecord.events.session.OwnEntriesWritten;
import org.refocusrecord.events.session.Participant;
import org.refocusrecord.events.session.SessionHeld;
import org.refocusrecord.events.shape.EventShape;
import org.refocusrecord.events.workingpractice.Approach;
import org.refocusrecord.events.workingpractice.GoalPhase;
import org.refocusrecord.events.workingpractice.GoalsTalkedAbout;
import org.refocusrecord.events.workingpractice.StrengthsTalkedAbout;
import org.refocusrecord.events.workingpractice.ValuesTalkedAbout;
import org.refocusrecord.query.history.CaseHistory;
import org.refocusrecord.query.history.Line;
import org.refocusrecord.query.projection.StoryLog;
import org.refocusrecord.query.team.TeamStory;

import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import java.util.function.Function;
import java.util.stream.Stream;

/** One case in a log that tells of others too. */
public final class CaseInLog {

    private final StoryLog log;
    private final int number;
    private int entries;

    public CaseInLog(StoryLog log, int number, TeamId team, String openedOn) {
        this(log, number, team, openedOn, null);
    }

    public CaseInLog(
            StoryLog log, int number, TeamId team, String openedOn, @Nullable Integer coordinator) {
        this.log = log;
        this.number = number;
        say(id -> opening(id, team, openedOn, coordinator), openedOn);
    }

    public CaseOpened opening(
            CommandId id, TeamId team, String openedOn, @Nullable Integer coordinator) {
        return new CaseOpened(
                id,
                caseId(),
                serviceUser(),
                "SLAM",
                team,
                coordinator == null ? null : TeamStory.worker(coordinator),
                LocalDate.parse(openedOn),
                StoryLog.ADMIN);
    }

    public CaseId caseId() {
        return caseId(number);
    }

    public static CaseId caseId(int number) {
        return new CaseId(new UUID(1, number));
    }

    public ServiceUserId serviceUser() {
        return new ServiceUserId(new UUID(4, number));
    }

    public Person person() {
        return new Person(Party.SERVICE_USER, serviceUser().toString());
    }

    public static Person staff(int worker) {
        return new Person(Party.STAFF, TeamStory.worker(worker).toString());
    }

    public String stream() {
        return "case/" + caseId();
    }

    private CommandId say(Function<CommandId, CaseEvent> fact, @Nullable String on) {
        CommandId id = log.nextCommand();
        log.record(stream(), id, fact.apply(id), on == null ? null : LocalDate.parse(on));
        return id;
    }

    public CommandId transferred(TeamId to, String on) {
        LocalDate day = LocalDate.parse(on);
        return say(
                id -> new CaseTransferred(id, caseId(), to, day, null, null, StoryLog.ADMIN), on);
    }

    public CommandId closed(String on) {
        LocalDate day = LocalDate.parse(on);
        return say(
                id ->
                        new CaseClosed(
                                id, caseId(), ClosureReason.OTHER, day, null, null, StoryLog.ADMIN),
                on);
    }

    public CommandId reopened(String on) {
        return say(id -> new CaseReopened(id, caseId(), LocalDate.parse(on), StoryLog.ADMIN), on);
    }

    public CommandId died(String on) {
        return say(id -> new DeathNoted(id, caseId(), LocalDate.parse(on), StoryLog.ADMIN), on);
    }

    public CommandId assigned(CoordinatorRole role, int worker, String from) {
        LocalDate day = LocalDate.parse(from);
        return say(
                id ->
                        new CareCoordinatorAssigned(
                                id, caseId(), TeamStory.worker(worker), role, day, StoryLog.ADMIN),
                from);
    }

    /** A meeting of a worker and the person. */
    public CommandId session(int worker, String at, Entry... entries) {
        return session(
                header(log.nextCommand(), at, staff(worker), staff(worker), person()), entries);
    }

    public SessionHeld header(CommandId id, String at, Person recordedBy, Person... participants) {
        return new SessionHeld(
                id,
                caseId(),
                Instant.parse(at),
                null,
                null,
                Stream.of(participants)
                        .map(person -> new Participant(person.party(), person.id(), null))
                        .toList(),
                recordedBy,
                null,
                null,
                null,
                null);
    }

    public CommandId session(SessionHeld header, Entry... entries) {
        Instant at = header.occurredAt();
        CommandId id = header.sessionId();
        log.record(stream(), id, header, at, header.recordedBy());
        Stream.of(entries)
                .forEach(entry -> log.record(stream(), id, entry, at, header.recordedBy()));
        return id;
    }

    public CommandId nextCommand() {
        return log.nextCommand();
    }

    public CommandId ownEntries(String at, Entry... entries) {
        CommandId id = log.nextCommand();
        Instant place = Instant.parse(at);
        OwnEntriesWritten header = new OwnEntriesWritten(id, caseId(), place, person());
        log.record(stream(), id, header, place, person());
        Stream.of(entries).forEach(entry -> log.record(stream(), id, entry, place, person()));
        return id;
    }

    public CommandId amended(Id target, CaseEvent replacement) {
        EventShape shape = EventShape.of(replacement);
        return say(
                id ->
                        new EntryAmended(
                                id,
                                caseId(),
                                new AnyId(target.value()),
                                null,
                                said("a slip"),
                                shape.name().name(),
                                shape.name().revision(),
                                replacement,
                                null,
                                staff(1)),
                null);
    }

    public CommandId inError(Id target) {
        return say(
                id ->
                        new EntryMarkedInError(
                                id,
                                caseId(),
                                new AnyId(target.value()),
                                null,
                                said("not so"),
                                null,
                                staff(1)),
                null);
    }

    private EntryId nextEntry() {
        entries++;
        return new EntryId(new UUID(10L + number * 1000L, entries));
    }

    public ValuesTalkedAbout valuesTalkedAbout() {
        return new ValuesTalkedAbout(
                nextEntry(),
                List.of(Approach.CONVERSATIONAL),
                null,
                null,
                null,
                null,
                null,
                null,
                null,
                null,
                null,
                null);
    }

    public StrengthsTalkedAbout strengthsTalkedAbout() {
        return new StrengthsTalkedAbout(
                nextEntry(), null, null, null, null, null, null, null, null, null, null, null);
    }

    public GoalsTalkedAbout goalsTalkedAbout() {
        return new GoalsTalkedAbout(
                nextEntry(), GoalPhase.IDENTIFY_GOALS, null, null, null, null, null);
    }

    private GoalId goal() {
        return new GoalId(new UUID(12, number));
    }

    public GoalSet goalSet() {
        return new GoalSet(
                nextEntry(),
                goal(),
                said("to cook for friends"),
                Whose.PERSON,
                person(),
                List.of(person()),
                null,
                null,
                null,
                null,
                null,
                null);
    }

    public GoalStepPlanned stepPlanned(Person responsible) {
        return new GoalStepPlanned(
                nextEntry(),
                goal(),
                new StepId(new UUID(13, number)),
                said("buy a pot"),
                List.of(responsible),
                null,
                null,
                null,
                null,
                null,
                null);
    }

    public GoalReviewed goalReviewed() {
        return new GoalReviewed(nextEntry(), goal(), person(), GoalProgress.CLOSER, null, null);
    }

    private Words said(String text) {
        return new Words.Said(text, person(), Wording.PARAPHRASE, null, Sharing.TEAM);
    }

    public List<RecordedEvent> events() {
        return log.stream(stream());
    }

    public Line line() {
        return CaseHistory.of(events(), StoryLog.LONDON).as(null, null);
    }
}
