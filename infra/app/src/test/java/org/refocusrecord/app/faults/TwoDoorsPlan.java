package org.refocusrecord.app.faults;

import java.io.IOException;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;

/**
 * Sessions of many cases: half of them to be posted, half to be sent by Kafka, and a tenth by both
 * doors.
 */
final class TwoDoorsPlan {

    private static final int IN_TEN = 10;

    private final Map<String, List<PlannedSession>> byCase = new LinkedHashMap<>();

    TwoDoorsPlan(Team team, Door door, int cases, int sessions)
            throws IOException, InterruptedException {
        List<String> ids = new ArrayList<>();
        for (int index = 0; index < cases; index++) {
            ids.add(team.openCase(door));
        }
        for (int index = 0; index < sessions; index++) {
            String caseId = ids.get(index % cases);
            String id = Team.id();
            // Of the sessions of one case, which follow each other, by another door each.
            int turn = (index / cases + index % cases) % IN_TEN;
            boolean both = turn == 0;
            boolean kafka = both || turn % 2 == 1;
            byCase.computeIfAbsent(caseId, _ -> new ArrayList<>())
                    .add(
                            new PlannedSession(
                                    id,
                                    caseId,
                                    team.session(caseId, id, "What was said in session " + index),
                                    both || !kafka,
                                    kafka));
        }
    }

    Map<String, List<PlannedSession>> byCase() {
        return byCase;
    }

    Stream<PlannedSession> all() {
        return byCase.values().stream().flatMap(List::stream);
    }

    /** One of each case, and then the next of each: the order of one case is kept. */
    Stream<PlannedSession> inTurn() {
        int longest = byCase.values().stream().mapToInt(List::size).max().orElse(0);
        return Stream.iterate(0, index -> index < longest, index -> index + 1)
                .flatMap(index ->
                        byCase.values().stream()
                                .filter(sessions -> sessions.size() > index)
                                .map(sessions -> sessions.get(index)));
    }
}
