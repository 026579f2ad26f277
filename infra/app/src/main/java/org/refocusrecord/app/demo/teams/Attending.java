package org.refocusrecord.app.demo.teams;

import org.refocusrecord.app.demo.trial.Body;
import org.refocusrecord.app.demo.trial.Chance;
import org.refocusrecord.app.demo.trial.Participation;
import org.refocusrecord.app.demo.trial.Weighted;
import org.refocusrecord.events.Party;
import org.refocusrecord.events.team.AttendanceState;

import java.time.LocalDate;
import java.util.List;

/** Who came to a session: most where a team takes part well, half of them where it does not. */
record Attending(AttendanceState state, int weight) implements Weighted {

    private static final List<Attending> HIGH =
            List.of(
                    new Attending(AttendanceState.PRESENT_FULL, 76),
                    new Attending(AttendanceState.PRESENT_PART, 7),
                    new Attending(AttendanceState.CAUGHT_UP_LATER, 7),
                    new Attending(AttendanceState.ABSENT_CLINICAL, 4),
                    new Attending(AttendanceState.ABSENT_LEAVE, 5),
                    new Attending(AttendanceState.ABSENT_OTHER, 1));

    private static final List<Attending> LOW =
            List.of(
                    new Attending(AttendanceState.PRESENT_FULL, 40),
                    new Attending(AttendanceState.PRESENT_PART, 12),
                    new Attending(AttendanceState.CAUGHT_UP_LATER, 2),
                    new Attending(AttendanceState.ABSENT_CLINICAL, 30),
                    new Attending(AttendanceState.ABSENT_LEAVE, 10),
                    new Attending(AttendanceState.ABSENT_OTHER, 6));

    static List<Body> of(List<Member> members, Participation part, LocalDate on, Chance chance) {
        List<Attending> states = part == Participation.HIGH ? HIGH : LOW;
        return members.stream().map(member -> one(member, states, on, chance)).toList();
    }

    private static Body one(Member member, List<Attending> states, LocalDate on, Chance chance) {
        AttendanceState state = chance.weighed(states).state();
        LocalDate caughtUp = on.plusDays(chance.between(5, 28));
        return Body.of("party", Party.STAFF)
                .with("id", member.workerId())
                .with("state", state)
                .with("on", state == AttendanceState.CAUGHT_UP_LATER ? caughtUp : null);
    }
}
