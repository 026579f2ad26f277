package org.refocusrecord.command;

import org.refocusrecord.events.Answers;
import org.refocusrecord.events.Party;
import org.refocusrecord.events.Person;
import org.refocusrecord.events.Sharing;
import org.refocusrecord.events.Wording;
import org.refocusrecord.events.Words;
import org.refocusrecord.events.shape.Mapping;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;

/**
 * Turns short forms into named people and fills in what a text leaves out, so that what is stored
 * always says who.
 *
 * <p>A bare party is the only participant of it; the service user always resolves. What a text
 * leaves out is the recorder, a paraphrase, for the team; what the person posts is written by him
 * or her.
 */
public final class Resolution implements Mapping.Replacing {

    private final Person person;
    private final List<Person> participants;
    private final boolean writtenByThem;
    private final List<Refusal> refusals = new ArrayList<>();
    private Person recorder;

    /**
     * A resolution.
     *
     * @param person the service user of the case
     * @param participants who took part in the session
     * @param recorder who records, perhaps in a short form
     * @param writtenByThem whether the person posts it
     */
    public Resolution(
            Person person, List<Person> participants, Person recorder, boolean writtenByThem) {
        this.person = person;
        this.participants = participants;
        this.writtenByThem = writtenByThem;
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
            case Words.AsBefore _ -> new Words.AsBefore();
            case Words.Said said -> said;
            case Words.From from -> from;
            case Words.Kept kept -> kept;
        };
    }

    private Words said(String pointer, Words.Sent sent) {
        Wording wording = sent.wording() == null ? Wording.PARAPHRASE : sent.wording();
        return new Words.Said(
                sent.text(),
                sent.statedBy() == null ? recorder : person(pointer + "/statedBy", sent.statedBy()),
                writtenByThem ? Wording.WRITTEN_BY_THEM : wording,
                sent.lang(),
                sent.sharing() == null ? Sharing.TEAM : sent.sharing());
    }

    @Override
    public Answers answers(String pointer, Answers answers) {
        return answers;
    }

    /** Refuses participants that stand in the list twice. */
    public static List<Refusal> twice(List<Person> participants) {
        List<Refusal> refusals = new ArrayList<>();
        for (int index = 0; index < participants.size(); index++) {
            Person who = participants.get(index);
            if (who.isNamed() && participants.indexOf(who) < index) {
                refusals.add(
                        new Refusal.PartyNotClear(
                                "/participants/" + index, "party.twice", who.party()));
            }
        }
        return refusals;
    }
}
