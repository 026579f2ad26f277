package org.refocusrecord.command.casefile;

import org.jspecify.annotations.Nullable;
import org.refocusrecord.command.Posting;
import org.refocusrecord.command.Refusal;
import org.refocusrecord.command.Rule;
import org.refocusrecord.eventlog.Forgetting;
import org.refocusrecord.events.EventId;
import org.refocusrecord.events.Person;
import org.refocusrecord.events.casefile.CaseEvent;
import org.refocusrecord.events.correction.ErasureScope;
import org.refocusrecord.events.correction.WordsErased;

import java.util.HashSet;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Stream;

/**
 * What an erasure reaches once it is approved. Of an entry: what it says and what its amendments
 * say; of a session or of what the person wrote alone, its entries too. What others said of it,
 * disagreements, replies and marks in error, stands for itself and is erased by itself.
 */
final class Erasures {

    private static final Forgetting NOTHING_MORE = new Forgetting.OfEvents(Set.of());

    private Erasures() {}

    /** The words that go with a fact; only an approval takes any, and only the first. */
    static Forgetting forgetting(CaseState state, CaseEvent fact) {
        if (!(fact instanceof WordsErased approval)) {
            return new Forgetting.Nothing();
        }
        UUID erasure = approval.erasureId().value();
        Reads.Erases erases = asked(state, erasure);
        if (erases == null || isApproved(state, erasure)) {
            return NOTHING_MORE;
        }
        return erases.scope() == ErasureScope.CASE
                ? new Forgetting.OfTheWholeCase()
                : new Forgetting.OfEvents(eventsOf(state, erases.target()));
    }

    /**
     * What speaks against an approval: that the log has an erasure of a whole case that names an
     * entry. Nobody can ask so any more, but once it could be asked. Where it was approved then,
     * its words are gone, and to approve it again does nothing.
     */
    static List<Refusal> againstApproving(CaseState state, WordsErased approval) {
        UUID erasure = approval.erasureId().value();
        Reads.Erases erases = asked(state, erasure);
        return erases != null
                        && erases.scope() == ErasureScope.CASE
                        && erases.target() != null
                        && !isApproved(state, erasure)
                ? List.of(Rule.ERASURE_SAYS_TWO_THINGS.at(""))
                : List.of();
    }

    private static Reads.@Nullable Erases asked(CaseState state, UUID erasure) {
        Standing.Live asked = state.standing().live().get(erasure);
        return asked == null ? null : asked.reads().erases();
    }

    private static boolean isApproved(CaseState state, UUID erasure) {
        return state.inOrder().stream()
                .map(fact -> fact.first().firstId())
                .anyMatch(id ->
                        id != null && id.member().equals("erasureId") && id.id().equals(erasure));
    }

    /** Amendments that were taken back still hold their words. */
    private static Set<EventId> eventsOf(CaseState state, @Nullable UUID target) {
        Set<EventId> events = new LinkedHashSet<>();
        Fact named = target == null ? null : state.byId().get(target);
        if (named != null) {
            Stream.concat(Stream.of(named), state.entriesOf(named).stream())
                    .forEach(fact -> {
                        events.add(fact.eventId());
                        amendments(state, fact.id())
                                .forEach(amendment -> events.add(amendment.eventId()));
                    });
        }
        return events;
    }

    private static List<Fact> amendments(CaseState state, UUID target) {
        return Stream.ofNullable(state.mended().amendments().get(target))
                .flatMap(List::stream)
                .flatMap(one -> Stream.ofNullable(state.byId().get(one.id())))
                .toList();
    }

    /** Whether somebody asked for an erasure, or had a hand in what it asks for. */
    static boolean isAskedBy(CaseState state, UUID erasure, Posting posting, Person recorder) {
        Fact asked = state.byId().get(erasure);
        Set<Fact> hands = new HashSet<>(amendments(state, erasure));
        if (asked != null) {
            hands.add(asked);
        }
        return hands.stream()
                .anyMatch(fact ->
                        fact.postedBy().equals(posting.postedBy())
                                || fact.recordedBy().equals(recorder));
    }
}
