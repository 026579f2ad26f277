package org.refocusrecord.command;

import org.jspecify.annotations.Nullable;
import org.refocusrecord.events.Answers;
import org.refocusrecord.events.EventId;
import org.refocusrecord.events.Party;
import org.refocusrecord.events.Person;
import org.refocusrecord.events.Sharing;
import org.refocusrecord.events.Wording;
import org.refocusrecord.events.Words;
import org.refocusrecord.events.shape.Mapping;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;

/**
 * Turns short forms into named people and fills in what a text leaves out, so that what is stored
 * always says who.
 *
 * <p>A bare party is the only participant of it; the service user always resolves. What a text
 * leaves out is the recorder, a paraphrase, for the team; what the person posts is written by him
 * or her.
 */
public final class Resolution implements Mapping.Replacing {

    private static final String REPLACEMENT = "/replacement/";

    /** Stands in for where a text is that is refused. */
    private static final EventId NOWHERE = new EventId(new UUID(0, 0));

    private final Person person;
    private final List<Person> participants;
    private final boolean writtenByThem;
    private final Person recorder;
    private final Map<String, Person> speakers = new HashMap<>();
    private final Set<Refusal> refusals = new LinkedHashSet<>();

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
        this.participants = participants.stream().distinct().toList();
        this.writtenByThem = writtenByThem;
        this.recorder = known(recorder);
    }

    /** The text at a pointer is, where nobody else is named, said by this person. */
    public Resolution spokenBy(String pointer, Person speaker) {
        speakers.put(pointer, known(speaker));
        return this;
    }

    /** Who records, named. */
    public Person recorder() {
        return recorder;
    }

    /** What could not be resolved since this was last asked. */
    public List<Refusal> newRefusals() {
        List<Refusal> found = List.copyOf(refusals);
        refusals.clear();
        return found;
    }

    @Override
    public Person person(String pointer, Person sent) {
        String code = fault(sent);
        if (code != null) {
            refusals.add(new Refusal.PartyNotClear(pointer, code, sent.party()));
        }
        return known(sent);
    }

    private @Nullable String fault(Person sent) {
        if (sent.party() == Party.SERVICE_USER) {
            return sent.isNamed() && !sent.equals(person) ? "party.unknown" : null;
        }
        if (sent.isNamed()) {
            return null;
        }
        if (!sent.isShort()) {
            return "party.id-missing";
        }
        return switch (participantsOf(sent.party()).size()) {
            case 0 -> "party.unknown";
            case 1 -> null;
            default -> "party.ambiguous";
        };
    }

    private Person known(Person sent) {
        if (sent.party() == Party.SERVICE_USER) {
            return sent.isNamed() ? sent : person;
        }
        List<Person> candidates = sent.isShort() ? participantsOf(sent.party()) : List.of();
        return candidates.size() == 1 ? candidates.getFirst() : sent;
    }

    private List<Person> participantsOf(Party party) {
        return participants.stream().filter(who -> who.party() == party).toList();
    }

    @Override
    public List<Person> persons(String pointer, List<Person> sent) {
        List<Person> resolved = new ArrayList<>();
        for (int index = 0; index < sent.size(); index++) {
            resolved.add(person(pointer + "/" + index, sent.get(index)));
        }
        refusals.addAll(Naming.twice(pointer, "", resolved));
        return List.copyOf(resolved);
    }

    @Override
    public Words words(String pointer, Words words) {
        return switch (words) {
            case Words.Sent sent -> said(pointer, sent);
            case Words.AsBefore _ -> asBefore(pointer);
            case Words.Said said -> said;
            case Words.From from -> from;
            case Words.Kept kept -> kept;
        };
    }

    /** Only in a replacement can anything stay as it was. */
    private Words asBefore(String pointer) {
        if (pointer.startsWith(REPLACEMENT)) {
            return new Words.AsBefore();
        }
        refusals.add(new Refusal.ReferenceUnknown(pointer, null));
        return new Words.From(NOWHERE, 0);
    }

    private Words said(String pointer, Words.Sent sent) {
        Wording wording = sent.wording() == null ? Wording.PARAPHRASE : sent.wording();
        return new Words.Said(
                sent.text(),
                sent.statedBy() == null
                        ? speakers.getOrDefault(pointer, recorder)
                        : person(pointer + "/statedBy", sent.statedBy()),
                writtenByThem ? Wording.WRITTEN_BY_THEM : wording,
                sent.lang(),
                sent.sharing() == null ? Sharing.TEAM : sent.sharing());
    }

    @Override
    public Answers answers(String pointer, Answers answers) {
        if (!(answers instanceof Answers.AsBefore) || pointer.startsWith(REPLACEMENT)) {
            return answers;
        }
        refusals.add(new Refusal.ReferenceUnknown(pointer, null));
        return new Answers.From(NOWHERE);
    }
}
