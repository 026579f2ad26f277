package org.refocusrecord.command.casefile;

import static org.refocusrecord.command.example.But.but;
import static org.refocusrecord.command.example.Cast.PERSON;
import static org.refocusrecord.command.example.Cast.THEN;
import static org.refocusrecord.command.example.Cast.THE_PERSON;
import static org.refocusrecord.command.example.Goals.goal;
import static org.refocusrecord.command.example.Goals.goalSet;
import static org.refocusrecord.command.example.Goals.goalVoiced;
import static org.refocusrecord.command.example.Goals.putOnHold;
import static org.refocusrecord.command.example.Goals.stepDone;
import static org.refocusrecord.command.example.Goals.stepPlanned;
import static org.refocusrecord.command.example.Meeting.session;
import static org.refocusrecord.command.example.Mending.amended;
import static org.refocusrecord.command.example.Mending.marked;
import static org.refocusrecord.command.example.Practices.goalsTalkedAbout;
import static org.refocusrecord.command.example.Practices.noticed;
import static org.refocusrecord.command.example.Practices.source;
import static org.refocusrecord.command.example.Practices.value;
import static org.refocusrecord.command.example.Practices.valueChanged;
import static org.refocusrecord.command.example.Practices.valuesTalkedAbout;

import org.jspecify.annotations.Nullable;
import org.refocusrecord.command.Decision;
import org.refocusrecord.command.casefile.Reads.FirstId;
import org.refocusrecord.command.example.CaseExample;
import org.refocusrecord.command.example.Facts;
import org.refocusrecord.command.example.Meeting;
import org.refocusrecord.command.example.OwnWriting;
import org.refocusrecord.command.example.Telling;
import org.refocusrecord.events.AnyId;
import org.refocusrecord.events.EntryId;
import org.refocusrecord.events.casefile.CaseEvent;
import org.refocusrecord.events.session.Entry;
import org.refocusrecord.events.session.SessionHeld;
import org.refocusrecord.events.shape.Member;
import org.refocusrecord.events.shape.RecordShape;

import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.UUID;
import java.util.stream.IntStream;

/**
 * Draws things to tell by lot: few names and few moments, so that much of it meets, ties, rests on
 * each other and is refused.
 */
final class RandomCase {

    private final Random random;
    private final Map<UUID, CaseEvent> sent = new HashMap<>();
    private int count;

    RandomCase(long seed) {
        this.random = new Random(seed);
    }

    /** A case of which so much was told, as far as it was accepted. */
    static CaseExample lived(long seed, int commands) {
        CaseExample example = CaseExample.record();
        RandomCase random = new RandomCase(seed);
        for (int index = 0; index < commands; index++) {
            Telling telling = random.next(example.state());
            CaseCommand command = telling.command(telling.posting());
            if (CaseRecord.decide(example.state(), command) instanceof Decision.Accepted) {
                example.given(telling);
            }
        }
        return example;
    }

    Telling next(CaseState state) {
        return switch (random.nextInt(10)) {
            case 0, 1, 2, 3 -> meeting();
            case 4 -> own();
            case 5, 6 -> marked("c" + count++, anything(state)).confirmedBy(PERSON);
            default -> amendment(state);
        };
    }

    private Instant moment() {
        return THEN.plusSeconds(random.nextInt(4) - 4L);
    }

    private Meeting meeting() {
        Meeting meeting = session("s" + count++, entries()).at(moment());
        sent.put(meeting.header().sessionId().value(), meeting.header());
        meeting.entries().forEach(entry -> sent.put(entry.entryId().value(), entry));
        return meeting;
    }

    private OwnWriting own() {
        OwnWriting own =
                OwnWriting.ownEntries(fresh(goalVoiced(name())), fresh(noticed(name(), THE_PERSON)))
                        .at(moment());
        own.entries().forEach(entry -> sent.put(entry.entryId().value(), entry));
        return own;
    }

    private Entry[] entries() {
        return IntStream.rangeClosed(0, random.nextInt(4))
                .mapToObj(_ -> entry())
                .toArray(Entry[]::new);
    }

    private String name() {
        return String.valueOf((char) ('a' + random.nextInt(5)));
    }

    private Entry entry() {
        return switch (random.nextInt(9)) {
            case 0 -> fresh(goalVoiced(name()));
            case 1 -> fresh(goalSet(name(), source(value(name()))));
            case 2 -> fresh(goalSet(name(), source(goal(name()))));
            case 3 -> fresh(stepPlanned(name(), name()));
            case 4 -> fresh(stepDone(name()));
            case 5 -> fresh(valuesTalkedAbout(name() + random.nextInt(3)));
            case 6 -> fresh(valueChanged(name() + random.nextInt(3)));
            case 7 -> fresh(goalsTalkedAbout(goal(name())));
            default -> fresh(putOnHold(name()));
        };
    }

    private <E extends Record & Entry> E fresh(E entry) {
        return but(entry, "entryId", new EntryId(new UUID(0x5000L, count++)));
    }

    private static AnyId any(UUID id) {
        return new AnyId(id);
    }

    private AnyId anything(CaseState state) {
        // Not the opening: nothing more could be told.
        int size = state.inOrder().size();
        return any(state.inOrder().get(size == 1 ? 0 : 1 + random.nextInt(size - 1)).id());
    }

    private Telling amendment(CaseState state) {
        List<UUID> known =
                state.inOrder().stream().map(Fact::id).filter(sent::containsKey).toList();
        if (known.isEmpty()) {
            return meeting();
        }
        UUID target = known.get(random.nextInt(known.size()));
        CaseEvent before = sent.getOrDefault(target, Facts.opened());
        CaseEvent replacement =
                before instanceof SessionHeld held
                        ? but(held, "occurredAt", moment())
                        : similar((Record) before, state.byId().get(target));
        return amended("c" + count++, any(target), replacement).confirmedBy(PERSON);
    }

    private CaseEvent similar(Record before, @Nullable Fact target) {
        for (int tries = 0; tries < 200; tries++) {
            Record other = (Record) entry();
            if (other.getClass() == before.getClass()) {
                return (CaseEvent) sameThing(other, before, target);
            }
        }
        return (CaseEvent) before;
    }

    /** Another entry, about the same. */
    private static Record sameThing(Record other, Record before, @Nullable Fact target) {
        Record same = other;
        for (Member member : RecordShape.of(before.getClass()).members()) {
            FirstId first = target == null ? null : target.first().firstId();
            boolean fixed =
                    member.name().equals("entryId")
                            || (first != null && first.member().equals(member.name()));
            if (fixed) {
                same = but(same, member.name(), member.of(before));
            }
        }
        return same;
    }
}
