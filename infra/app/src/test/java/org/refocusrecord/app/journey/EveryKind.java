package org.refocusrecord.app.journey;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Map;

/** One session in which there is an entry of every kind, with most of what each can hold. */
final class EveryKind {

    private static final List<String> BOTH = List.of("SERVICE_USER", "STAFF");

    private final List<Object> entries = new ArrayList<>();
    private final String value = Story.id();
    private final String preference = Story.id();
    private final String strength = Story.id();
    private final String aspiration = Story.id();
    private final String goal = Story.id();
    private final String step = Story.id();
    private final String action = Story.id();
    private final String contract = Story.id();

    private EveryKind() {}

    static List<Object> entries() {
        EveryKind all = new EveryKind();
        all.conversations();
        all.told();
        all.goals();
        all.steps();
        all.actions();
        all.coaching();
        all.ratings();
        all.changesOfMind();
        return List.copyOf(all.entries);
    }

    /** A session of the story's worker with all of them. */
    static Body session(Story story) {
        return story.session("2011-03-14T10:00:00Z", entries().toArray())
                .with("writtenWithPerson", "TOGETHER")
                .with("agendaFrom", BOTH)
                .with("firstRecordedAt", "2011-03-14T12:00:00+00:00");
    }

    private void add(String kind, Object... namesAndValues) {
        entries.add(Entries.entry(kind, namesAndValues));
    }

    private void conversations() {
        add(
                "PRACTICE_OFFERED",
                "practice",
                "WP1",
                "offeredBy",
                "STAFF",
                "response",
                "NOT_NOW",
                "askAgain",
                "YES");
        add(
                "VALUES_CONVERSATION",
                "approaches",
                List.of("NARRATIVE", "VISUAL"),
                "maps",
                List.of("WHO_AM_I"),
                "styles",
                List.of("COACHING"),
                "with",
                List.of("STAFF"),
                "ledBy",
                "JOINT",
                "minutes",
                20,
                "areasTalkedAbout",
                List.of("CULTURAL_IDENTITY"),
                "areasDeclined",
                List.of("SEXUALITY"),
                "areasNotDiscussed",
                List.of("GENDER"),
                "values",
                List.of(item("valueId", value, "To be useful.", "area", "SOCIAL_ROLES")),
                "preferences",
                List.of(item("preferenceId", preference, "Mornings.", "source", "SERVICES")));
        add(
                "STRENGTHS_CONVERSATION",
                "domainScheme",
                "REFOCUS_2011",
                "domainsTalkedAbout",
                List.of("DAILY_LIVING"),
                "noneNamed",
                false,
                "strengths",
                List.of(
                        Map.of(
                                "strengthId", strength,
                                "statement", "Patience.",
                                "column", "CURRENTLY",
                                "nature", "INDIVIDUAL")),
                "aspirations",
                List.of(item("aspirationId", aspiration, "A garden.", "domain", "LEISURE")));
        add(
                "GOAL_CONVERSATION",
                "phase",
                "IDENTIFY_GOALS",
                "goals",
                List.of(goal),
                "styles",
                List.of("CO_LEARNING"));
    }

    private static Map<String, Object> item(
            String idName, String id, String statement, String more, String value) {
        return Map.of(idName, id, "statement", statement, more, value);
    }

    private void told() {
        add("VALUE_TOLD", "valueId", Story.id(), "area", "GENDER", "statement", "Fairness.");
        add(
                "PREFERENCE_TOLD",
                "preferenceId",
                Story.id(),
                "appliesWhen",
                "IN_CRISIS",
                "statement",
                Map.of("text", "Call my sister.", "lang", "en", "sharing", "TEAM"));
        add("ASPIRATION_TOLD", "aspirationId", Story.id(), "statement", "To travel.");
        add(
                "STRENGTH_NOTICED",
                "strengthId",
                strength,
                "noticedBy",
                "STAFF",
                "statement",
                "Patience with others.",
                "recognisedByPerson",
                "NOT_YET");
        add(
                "PREFERENCE_ANSWERED",
                "preferenceId",
                preference,
                "answer",
                "PARTLY",
                "by",
                "STAFF",
                "reason",
                "Two mornings a week.");
    }

    private void goals() {
        add("GOAL_VOICED", "goalId", goal, "statement", "To grow food.", "helpWanted", "UNSURE");
        entries.add(
                Entries.goalSet(goal, Entries.verbatim("To grow food."))
                        .with("acceptance", List.of(accepted()))
                        .with("orientation", "APPROACH")
                        .with("arisesFrom", List.of(value, strength, aspiration))
                        .with("importance", 5)
                        .with("confidence", 7)
                        .with("reviewDueOn", "2011-06-14"));
        add(
                "GOAL_CHANGED",
                "goalId",
                goal,
                "whose",
                "SHARED",
                "decidedBy",
                BOTH,
                "reason",
                "They do it together.");
        entries.add(
                Entries.entry("GOAL_ACCEPTANCE", "goalId", goal)
                        .with("party", "SERVICE_USER")
                        .with("answer", "AGREE")
                        .with("how", "SIGNED"));
        add(
                "GOAL_CONCERN",
                "goalId",
                goal,
                "by",
                "STAFF",
                "concern",
                "RESOURCES",
                "words",
                "Tools are dear.",
                "whatWouldHelp",
                "A loan of tools.");
        add("GOAL_STATUS", "goalId", goal, "status", "ON_HOLD", "decidedBy", BOTH);
        add("GOAL_STATUS", "goalId", goal, "status", "ACTIVE", "decidedBy", BOTH);
        add(
                "GOAL_REVIEW",
                "goalId",
                goal,
                "accordingTo",
                "SERVICE_USER",
                "progress",
                "CLOSER",
                "attainment",
                -1,
                "note",
                "Seeds are sown.");
    }

    private static Map<String, Object> accepted() {
        return Map.of(
                "party", "SERVICE_USER", "answer", "AGREE", "how", "SPOKEN", "reason", "Mine.");
    }

    private void steps() {
        entries.add(
                Entries.stepPlanned(goal, step, "STAFF")
                        .with("focus", "SOCIAL_LEISURE")
                        .with("because", "PERSONS_GOAL")
                        .with("personsView", "WANTS")
                        .with("drawsOn", List.of("COMMUNITY_GROUP"))
                        .with("dueOn", "2011-04-14"));
        add(
                "GOAL_STEP_CHANGED",
                "stepId",
                step,
                "responsible",
                BOTH,
                "decidedBy",
                List.of("SERVICE_USER"));
        add("GOAL_STEP_STATUS", "stepId", step, "status", "STARTED", "on", "2011-03-12");
        entries.add(Entries.stepDone(step, "SERVICE_USER"));
    }

    private void actions() {
        entries.add(
                Entries.actionAdded(action, "STAFF", "SERVICE_USER")
                        .with("because", "LEGAL_DUTY")
                        .with("personsView", "OBJECTS")
                        .with("arisesFrom", List.of(preference)));
        add(
                "CARE_ACTION_CHANGED",
                "actionId",
                action,
                "focus",
                "FINANCE_BENEFITS",
                "decidedBy",
                List.of("STAFF"));
        add(
                "CARE_ACTION_REMOVED",
                "actionId",
                action,
                "outcome",
                "NO_LONGER_NEEDED",
                "decidedBy",
                BOTH);
    }

    private void coaching() {
        add(
                "COACHING_CONTRACT_AGREED",
                "contractId",
                contract,
                "worker",
                "STAFF",
                "purpose",
                "A way back to work.",
                "agreedBy",
                BOTH,
                "desiredOutcomes",
                List.of("A course.", "A morning a week."),
                "minutes",
                30,
                "challenge",
                "ASK_EACH_TIME");
        add(
                "COACHING_CONTRACT_AMENDED",
                "contractId",
                contract,
                "frequency",
                "Every other week.",
                "agreedBy",
                BOTH);
        add(
                "COACHING_CONTRACT_REVIEWED",
                "contractId",
                contract,
                "accordingTo",
                "SERVICE_USER",
                "outcome",
                "It goes well.");
        add(
                "COACHING_CONVERSATION",
                "contractId",
                contract,
                "competencies",
                List.of("REFLECT", "EXPLORE"),
                "skills",
                List.of("POWERFUL_QUESTIONS"),
                "outcomeAgreed",
                "To ask at the college.");
        add("COACHING_CONTRACT_ENDED", "contractId", contract, "endedBy", "SERVICE_USER");
    }

    private void ratings() {
        entries.add(Entries.briefInspire(Story.id(), "STAFF"));
        add(
                "RELATIONSHIP_RATING",
                "ratingId",
                Story.id(),
                "instrument",
                "INSPIRE",
                "worker",
                "STAFF",
                "given",
                "ALONE",
                "sharedWithWorker",
                true,
                "answers",
                Map.of("S1", 3, "S2", "NOT_IMPORTANT", "R1", "DECLINED"));
        add(
                "MEASURE",
                "measureId",
                Story.id(),
                "measure",
                "IOM_GA",
                "rater",
                "SERVICE_USER",
                "goalId",
                goal,
                "answers",
                Map.of("GA", 1));
        add(
                "EXPERIENCE",
                "practice",
                "WP1",
                "tookPlace",
                "YES",
                "helpful",
                "PARTLY",
                "words",
                "It was long.");
        add("ACCOUNT", "words", "We sat in the garden.");
    }

    private void changesOfMind() {
        for (String what : Arrays.asList("VALUE", "PREFERENCE", "STRENGTH", "ASPIRATION")) {
            String id =
                    switch (what) {
                        case "VALUE" -> value;
                        case "PREFERENCE" -> preference;
                        case "STRENGTH" -> strength;
                        default -> aspiration;
                    };
            String name = what.toLowerCase(Locale.ROOT) + "Id";
            add(what + "_CHANGED", name, id, "statement", "Said anew.", "reason", "It grew.");
            add(what + "_WITHDRAWN", name, id, "reason", "No longer.");
        }
    }
}
