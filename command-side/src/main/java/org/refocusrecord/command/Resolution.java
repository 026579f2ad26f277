package org.refocusrecord.command;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.refocusrecord.events.Answers;
import org.refocusrecord.events.Party;
import org.refocusrecord.events.Person;
import org.refocusrecord.events.Sharing;
import org.refocusrecord.events.Words;
import org.refocusrecord.events.Wording;
import org.refocusrecord.events.shape.Mapping;

/**
 * Turns short forms into named people and fills in what a text leaves out, so that what is stored always says who.
 *
 * <p>A bare party is the only participant of it; the service user always resolves. What a text leaves out is the recorder,
 * a paraphrase, for the team; what the person posts is written by him or her.
 */
public final class Resolution implements Mapping.Replacing {

    /** Finds what a correction leaves as it was. */
    public interface AsBefore {
        /** The text that stands at a path now, or null. */
        Words.@Nullable From text(String pointer);

        /** The answers that stand now, or null. */
        Answers.@Nullable From answers();
    }

    private final Person person;
    private final List<Person> participants;
    private final boolean writtenByThem;
    private final @Nullable AsBefore before;
    private final List<Refusal> refusals = new ArrayList<>();
    private Person recorder;

    /**
     * A resolution.
     *
     * @param person the service user of the case
     * @param participants who took part in the session
     * @param recorder who records, perhaps in a short form
     * @param writtenByThem whether the person posts it
     * @param before what a correction may leave as it was; null where nothing can be
     */
    public Resolution(
            Person person,
            List<Person> participants,
            Person recorder,
            boolean writtenByThem,
            @Nullable AsBefore before) {
        this.person = person;
        this.participants = participants;
        this.writtenByThem = writtenByThem;
        this.before = before;
        this.recorder = recorder;
        this.recorder = person("/recordedBy", recorder);
    }

    /** Who records, named. */
    public Person recorder() {
        return recorder;
    }

    /** What could not be resolved. */
    public List<Refusal> refusals() {
        return refusals;
    }

    @Override
    public Person person(String pointer, Person sent) {
        if (sent.party() == Party.SERVICE_USER) {
            return serviceUser(pointer, sent);
        }
        if (sent.isNamed()) {
            return sent;
        }
        if (!sent.isShort()) {
            return refused(pointer, "party.id-missing", sent);
        }
        List<Person> candidates =
                participants.stream().filter(who -> who.party() == sent.party()).toList();
        return switch (candidates.size()) {
            case 0 -> refused(pointer, "party.unknown", sent);
            case 1 -> candidates.getFirst();
            default -> refused(pointer, "party.ambiguous", sent);
        };
    }

    private Person serviceUser(String pointer, Person sent) {
        return sent.isNamed() && !sent.equals(person)
                ? refused(pointer, "party.unknown", sent)
                : person;
    }

    private Person refused(String pointer, String code, Person sent) {
        refusals.add(new Refusal.PartyNotClear(pointer, code, sent.party()));
        return sent;
    }

    @Override
    public List<Person> persons(String pointer, List<Person> sent) {
        List<Person> resolved = new ArrayList<>();
        Set<Person> seen = new HashSet<>();
        for (int index = 0; index < sent.size(); index++) {
            Person who = person(pointer + "/" + index, sent.get(index));
            if (who.isNamed() && !seen.add(who)) {
                refused(pointer + "/" + index, "party.twice", who);
            }
            resolved.add(who);
        }
        return List.copyOf(resolved);
    }

    @Override
    public Words words(String pointer, Words words) {
        return switch (words) {
            case Words.Sent sent -> said(pointer, sent);
            case Words.AsBefore _ -> from(pointer);
            case Words.Said said -> said;
            case Words.From from -> from;
            case Words.Kept kept -> kept;
        };
    }

    private Words said(String pointer, Words.Sent sent) {
        Wording wording = sent.wording() == null ? Wording.PARAPHRASE : sent.wording();
        return new Words.Said(
                sent.text(),
                sent.statedBy() == null
                        ? recorder
                        : person(pointer + "/statedBy", sent.statedBy()),
                writtenByThem ? Wording.WRITTEN_BY_THEM : wording,
                sent.lang(),
                sent.sharing() == null ? Sharing.TEAM : sent.sharing());
    }

    private Words from(String pointer) {
        Words.From from = before == null ? null : before.text(pointer);
        if (from == null) {
            refusals.add(new Refusal.ReferenceUnknown(pointer, null));
            return new Words.AsBefore();
        }
        return from;
    }

    @Override
    public Answers answers(String pointer, Answers answers) {
        if (!(answers instanceof Answers.AsBefore)) {
            return answers;
        }
        Answers.From from = before == null ? null : before.answers();
        if (from == null) {
            refusals.add(new Refusal.ReferenceUnknown(pointer, null));
            return answers;
        }
        return from;
    }
}
