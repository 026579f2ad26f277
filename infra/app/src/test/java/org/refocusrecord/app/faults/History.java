package org.refocusrecord.app.faults;

import java.io.BufferedWriter;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;

/** Sessions of several cases in turn, and the file in which each is a line of an import. */
record History(Path file, List<Lane.Session> sessions) {

    /** Of cases that are open, so many sessions each. */
    static History of(Path file, Team team, List<String> cases, int sessionsEach)
            throws IOException {
        List<Lane.Session> sessions = new ArrayList<>();
        try (BufferedWriter out = Files.newBufferedWriter(file)) {
            for (int turn = 0; turn < sessionsEach; turn++) {
                for (String caseId : cases) {
                    String id = Team.id();
                    String said = "What was said in session " + turn + " of " + caseId;
                    String body = team.session(caseId, id, said).replace("\n", "");
                    sessions.add(new Lane.Session(id, caseId, Lane.Load.SESSIONS, said, body));
                    out.write("{\"command\": \"session\", \"body\": " + body + "}\n");
                }
            }
        }
        return new History(file, Collections.unmodifiableList(sessions));
    }

    /** The sessions of a case in their order. */
    List<Lane.Session> of(String caseId) {
        return sessions.stream().filter(session -> session.caseId().equals(caseId)).toList();
    }
}
