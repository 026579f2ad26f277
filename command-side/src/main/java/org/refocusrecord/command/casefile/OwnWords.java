package org.refocusrecord.command.casefile;

import org.jspecify.annotations.Nullable;
import org.refocusrecord.command.Posting;
import org.refocusrecord.command.Posting.Right;
import org.refocusrecord.command.Refusal;
import org.refocusrecord.command.Rule;
import org.refocusrecord.events.CorrectionCause;
import org.refocusrecord.events.Person;
import org.refocusrecord.events.Words;
import org.refocusrecord.events.correction.EntryMarkedInError;
import org.refocusrecord.events.shape.Spoken;

import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;

/**
 * The person's own is never changed by others without the person's word: texts in the own words,
 * and all of what came by the own door, of ratings, experiences and own disagreements.
 */
final class OwnWords {

    private OwnWords() {}

    /**
     * Marking in error must not take away what is the person's own, unless it is about the wrong
     * person or a duplicate. What is taken back may be a correction: then what counts is the entry
     * behind it.
     */
    static List<Refusal> ofMarking(
            CaseState before,
            CaseState after,
            Posting posting,
            Fact target,
            EntryMarkedInError mark) {
        boolean excepted =
                mark.because() == CorrectionCause.WRONG_PERSON
                        || mark.because() == CorrectionCause.DUPLICATE;
        if (excepted || !isAnother(before, posting, mark.confirmedBy())) {
            return List.of();
        }
        Fact root = before.root(target);
        List<Fact> touched = new ArrayList<>(List.of(target, root));
        touched.addAll(before.entriesOf(root));
        boolean takesAway = touched.stream().anyMatch(fact -> loses(before, after, fact));
        return takesAway || isOwn(root, before)
                ? List.of(Rule.WORDS_NOT_YOURS.at("/target"))
                : List.of();
    }

    private static boolean isOwn(Fact fact, CaseState state) {
        Standing.Live live = state.standing().live().get(fact.id());
        return fact.ownDoor()
                || fact.first().personsOwn()
                || (live != null && live.reads().personsOwn());
    }

    private static boolean loses(CaseState before, CaseState after, Fact fact) {
        Standing.Live was = before.standing().live().get(fact.id());
        Standing.Live is = after.standing().live().get(fact.id());
        if (was == null) {
            return false;
        }
        if (is == null && isOwn(fact, before)) {
            return true;
        }
        List<Text> left = is == null ? List.of() : is.reads().texts();
        return was.reads().texts().stream()
                .anyMatch(text -> text.personsOwn() && !left.contains(text));
    }

    /** An amendment by another leaves the person's own texts as they were. */
    static List<Refusal> ofAmending(
            CaseState state, Posting posting, Standing.Live target, Staying.Stayed correction) {
        if (!isAnother(state, posting, correction.event().confirmedBy())) {
            return List.of();
        }
        if (isOwn(target.fact(), state)) {
            return List.of(Rule.WORDS_NOT_YOURS.at("/target"));
        }
        List<Spoken.At> now = Spoken.in(correction.event());
        Set<String> changed = new LinkedHashSet<>();
        for (Text text : target.reads().texts()) {
            String path = "/replacement" + text.path();
            boolean stays = now.stream().anyMatch(at -> at.path().equals(path) && isKept(at, text));
            if (text.personsOwn() && !stays) {
                String pointer = correction.pointers().get(path);
                changed.add(pointer == null ? memberOf(path) : pointer);
            }
        }
        return changed.stream().map(Rule.WORDS_NOT_YOURS::at).toList();
    }

    private static boolean isKept(Spoken.At now, Text text) {
        return now.words() instanceof Words.From(var event, int n) && text.isKeptIn(event, n);
    }

    /** The member of the replacement in which a text is missing. */
    private static String memberOf(String path) {
        int end = path.indexOf('/', "/replacement/".length());
        return end < 0 ? path : path.substring(0, end);
    }

    private static boolean isAnother(
            CaseState state, Posting posting, @Nullable Person confirmedBy) {
        boolean thePerson = posting.right() == Right.SERVICE_USER;
        return !thePerson && !state.person().equals(confirmedBy);
    }
}
