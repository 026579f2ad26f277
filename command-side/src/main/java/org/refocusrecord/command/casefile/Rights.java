package org.refocusrecord.command.casefile;

import org.jspecify.annotations.Nullable;
import org.refocusrecord.command.Posting;
import org.refocusrecord.command.Posting.Right;
import org.refocusrecord.command.Refusal;
import org.refocusrecord.events.CorrectionCause;
import org.refocusrecord.events.Party;
import org.refocusrecord.events.Person;
import org.refocusrecord.events.Words;
import org.refocusrecord.events.correction.EntryAmended;
import org.refocusrecord.events.correction.EntryMarkedInError;
import org.refocusrecord.events.shape.Spoken;

import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;

/**
 * Who may correct what. Staff correct their own entries, leaders and systems those of all staff;
 * the person what came by the own door. The person's own words are never changed by others without
 * the person's word.
 */
final class Rights {

    private static final Set<String> ONLY_SYSTEMS = Set.of("case.opened", "case.transferred");

    private Rights() {}

    static boolean mayCorrect(CaseState state, Posting posting, Fact target) {
        if (isErasure(target)) {
            return posting.right() == Right.ADMIN;
        }
        boolean onlySystems = ONLY_SYSTEMS.contains(root(state, target).first().type());
        return switch (posting.right()) {
            case CLINICAL_SYSTEM -> true;
            case TEAM_LEADER -> !onlySystems;
            case WORKER -> !onlySystems && (isBy(posting, target) || target.ownDoor());
            case SERVICE_USER -> isOfThePerson(state, root(state, target));
            case ADMIN -> false;
        };
    }

    private static boolean isErasure(Fact target) {
        return target.first().type().startsWith("words.");
    }

    private static boolean isBy(Posting posting, Fact target) {
        return posting.worker() != null
                && target.recordedBy().equals(new Person(Party.STAFF, posting.worker().toString()));
    }

    private static boolean isOfThePerson(CaseState state, Fact target) {
        return target.ownDoor()
                || (target.first().type().equals("entry.disagreed-with")
                        && target.first().personsOwn()
                        && target.recordedBy().equals(state.person()));
    }

    /** What a correction is about in the end: the entry behind corrections of corrections. */
    static Fact root(CaseState state, Fact target) {
        Fact found = target;
        for (Correction correction : state.corrections().reversed()) {
            Fact behind = state.byId().get(correction.target());
            if (correction.id().equals(found.id()) && behind != null) {
                found = behind;
            }
        }
        return found;
    }

    /**
     * Marking in error takes away the person's words too, unless it is about the wrong person or a
     * duplicate.
     */
    static List<Refusal> ofMarking(
            CaseState state, Posting posting, Fact target, EntryMarkedInError event) {
        boolean excepted =
                event.because() == CorrectionCause.WRONG_PERSON
                        || event.because() == CorrectionCause.DUPLICATE;
        return !excepted
                        && isAnother(state, posting, event.confirmedBy())
                        && holdsOwn(state, root(state, target))
                ? List.of(new Refusal.WordsNotYours("/target"))
                : List.of();
    }

    private static boolean holdsOwn(CaseState state, Fact target) {
        return state.inOrder().stream()
                .filter(fact -> fact.id().equals(target.id()) || fact.session().equals(target.id()))
                .anyMatch(fact -> isOwn(state, fact));
    }

    private static boolean isOwn(CaseState state, Fact fact) {
        Standing.Live live = state.standing().live().get(fact.id());
        Reads reads = live == null ? fact.first() : live.reads();
        return fact.ownDoor()
                || reads.personsOwn()
                || reads.texts().stream().anyMatch(Text::personsOwn);
    }

    /** An amendment by another leaves the person's own texts as they were. */
    static List<Refusal> ofAmending(
            CaseState state, Posting posting, Standing.Live target, EntryAmended event) {
        if (!isAnother(state, posting, event.confirmedBy())) {
            return List.of();
        }
        if (target.fact().ownDoor() || target.reads().personsOwn()) {
            return List.of(new Refusal.WordsNotYours("/target"));
        }
        Set<String> stays =
                Spoken.in(event).stream()
                        .filter(at -> at.words() instanceof Words.From)
                        .map(Spoken.At::path)
                        .collect(Collectors.toSet());
        List<Refusal> refusals = new ArrayList<>();
        for (Text text : target.reads().texts()) {
            if (text.personsOwn() && !stays.contains("/replacement" + text.path())) {
                refusals.add(new Refusal.WordsNotYours("/replacement" + text.path()));
            }
        }
        return refusals;
    }

    private static boolean isAnother(
            CaseState state, Posting posting, @Nullable Person confirmedBy) {
        boolean thePerson = posting.right() == Right.SERVICE_USER;
        return !thePerson && !state.person().equals(confirmedBy);
    }
}
