package org.refocusrecord.query.careplan;

import org.jspecify.annotations.Nullable;
import org.refocusrecord.events.Party;
import org.refocusrecord.events.Person;
import org.refocusrecord.events.coaching.CoachingConversationHeld;
import org.refocusrecord.events.session.Entry;
import org.refocusrecord.events.session.SessionHeld;
import org.refocusrecord.events.workingpractice.GoalsTalkedAbout;
import org.refocusrecord.events.workingpractice.LedBy;
import org.refocusrecord.events.workingpractice.Practice;
import org.refocusrecord.events.workingpractice.PracticeOffered;
import org.refocusrecord.events.workingpractice.StrengthsTalkedAbout;
import org.refocusrecord.events.workingpractice.Style;
import org.refocusrecord.events.workingpractice.ValuesTalkedAbout;
import org.refocusrecord.query.history.Fact;

import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;

/** When each working practice was last offered and last held. */
final class PracticesFold {

    private final Include include;
    private final Map<Practice, PlanOffer> offers = new EnumMap<>(Practice.class);
    private final Map<Practice, PlanConversation> conversations = new EnumMap<>(Practice.class);

    PracticesFold(Include include) {
        this.include = include;
    }

    void after(Entry event, Fact fact) {
        switch (event) {
            case PracticeOffered offered ->
                    offers.put(
                            offered.practice(),
                            new PlanOffer(
                                    offered.offeredBy(),
                                    offered.response(),
                                    offered.askAgain(),
                                    fact.place(),
                                    Trace.single(fact, include)));
            case ValuesTalkedAbout talk ->
                    held(
                            Practice.WP1,
                            talk.with(),
                            talk.ledBy(),
                            talk.styles(),
                            talk.minutes(),
                            fact);
            case StrengthsTalkedAbout talk ->
                    held(
                            Practice.WP2,
                            talk.with(),
                            talk.ledBy(),
                            talk.styles(),
                            talk.minutes(),
                            fact);
            case GoalsTalkedAbout talk ->
                    held(
                            Practice.WP3,
                            talk.with(),
                            talk.ledBy(),
                            talk.styles(),
                            talk.minutes(),
                            fact);
            case CoachingConversationHeld talk ->
                    held(Practice.COACHING, talk.with(), null, talk.styles(), talk.minutes(), fact);
            default -> {}
        }
    }

    private void held(
            Practice practice,
            @Nullable List<Person> with,
            @Nullable LedBy ledBy,
            @Nullable List<Style> styles,
            @Nullable Integer minutes,
            Fact fact) {
        conversations.put(
                practice,
                new PlanConversation(
                        with == null ? staff(fact) : with,
                        ledBy,
                        Given.list(styles),
                        minutes,
                        fact.place(),
                        Trace.single(fact, include)));
    }

    private static List<Person> staff(Fact fact) {
        return fact.session() != null && fact.session().header().event() instanceof SessionHeld held
                ? held.participants().stream()
                        .filter(participant -> participant.party() == Party.STAFF)
                        .map(participant -> new Person(Party.STAFF, participant.id()))
                        .toList()
                : List.of();
    }

    List<PlanPractice> practices() {
        return Stream.of(Practice.values())
                .filter(each -> offers.containsKey(each) || conversations.containsKey(each))
                .map(each -> new PlanPractice(each, offers.get(each), conversations.get(each)))
                .toList();
    }
}
