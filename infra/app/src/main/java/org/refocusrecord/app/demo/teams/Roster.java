package org.refocusrecord.app.demo.teams;

import org.refocusrecord.app.demo.trial.Chance;
import org.refocusrecord.app.demo.trial.TrialSize;
import org.refocusrecord.app.demo.trial.TrialTeam;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Predicate;

/**
 * Who works in a team during its year. Some leave and others come in their place: a share of 27 to
 * 47 in a hundred is known from a sister trial in Australia; a fifth is our choice.
 */
public record Roster(List<Member> members) {

    private static final int LEAVE = 20;

    /** The roster of a team: the same one whenever it is asked for. */
    public static Roster of(TrialTeam team, TrialSize size) {
        List<Member> members = new ArrayList<>();
        for (int number = 0; number < team.staff(); number++) {
            Chance chance = team.chance(size).of("staff/" + number);
            members.addAll(inSlot(Slot.ALL.get(number), number, team.startsOn(), chance));
        }
        return new Roster(List.copyOf(members));
    }

    private static List<Member> inSlot(Slot slot, int number, LocalDate start, Chance chance) {
        LocalDate from = start.minusDays(chance.between(60, 2000));
        boolean stays = number < 2 || !chance.percent(LEAVE);
        if (stays) {
            return List.of(new Member(chance.id(), slot, from, null));
        }
        LocalDate last = start.plusDays(chance.between(20, 330));
        LocalDate next = last.plusDays(chance.between(7, 60));
        return List.of(
                new Member(chance.id(), slot, from, last),
                new Member(chance.id(), slot, next, null));
    }

    /** Who leads it, all the year. */
    public Member leader() {
        return members.getFirst();
    }

    /** Those there that day for whom the training was meant. */
    List<Member> trainedOn(LocalDate day) {
        return there(day, Member::isTrained);
    }

    /** One who coordinates care and is there that day. */
    public Member coordinatorOn(LocalDate day, Chance chance) {
        return chance.oneOf(there(day, member -> member.slot().coordinates()));
    }

    /** One who may stand beside a person as key worker that day. */
    public Member keyWorkerOn(LocalDate day, Chance chance) {
        List<Member> found = there(day, member -> member.slot().accompanies());
        return found.isEmpty() ? leader() : chance.oneOf(found);
    }

    private List<Member> there(LocalDate day, Predicate<Member> who) {
        return members.stream().filter(member -> member.isThere(day)).filter(who).toList();
    }
}
