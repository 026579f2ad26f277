package org.refocusrecord.command;

import org.refocusrecord.command.door.CaseController;
import org.refocusrecord.command.door.CommandDoor;
import org.refocusrecord.command.door.CommandSettings;
import org.refocusrecord.command.door.Elsewhere;
import org.refocusrecord.command.door.LedgerPosts;
import org.refocusrecord.command.door.NamedPosts;
import org.refocusrecord.command.door.NamedPosts.Named;
import org.refocusrecord.command.door.ScopeDoor;
import org.refocusrecord.command.door.SessionController;
import org.refocusrecord.command.door.StudyController;
import org.refocusrecord.command.door.TeamController;
import org.refocusrecord.command.example.Cast;
import org.refocusrecord.security.Caller;
import org.refocusrecord.web.json.StrictJson;
import org.refocusrecord.web.problem.Problem;
import org.refocusrecord.web.problem.ProblemException;
import org.refocusrecord.web.reading.ShapeReader;
import org.springframework.http.ResponseEntity;

import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.time.ZoneOffset;

/** The doors of a node, by which commands come in. It is the day on which all is received. */
final class Doors {

    private static final Clock TODAY = Clock.fixed(Cast.RECEIVED, ZoneOffset.UTC);

    private final NamedPosts posts;
    private Runnable meanwhile = () -> {};

    Doors(Node node) {
        CommandSideConfig config = new CommandSideConfig();
        CommandSettings settings =
                new CommandSettings(
                        Duration.ofDays(2), Node.LONGEST_TURN, Duration.ofSeconds(30), null);
        ScopeDoor scope = config.scopeDoor(node.states, Cast.LONDON, new Asking());
        CommandDoor door = config.commandDoor(node.door, Cast.LONDON, settings, TODAY);
        Elsewhere elsewhere = config.elsewhere(node.states);
        ShapeReader reader = config.shapeReader();
        LedgerPosts ledgers = config.ledgerPosts(door, reader);
        posts =
                config.namedPosts(
                        new SessionController(door, scope, reader),
                        new CaseController(
                                door,
                                scope,
                                node.states,
                                reader,
                                elsewhere,
                                config.correctionDoor(door, scope, node.states, elsewhere, reader)),
                        new TeamController(ledgers, node.states, elsewhere),
                        new StudyController(ledgers, node.states, elsewhere),
                        TODAY);
    }

    /** What happens when a case is seen next, before it is asked whose it is today. */
    void meanwhile(Runnable happens) {
        meanwhile = happens;
    }

    /** The status of what was recorded, now or before. */
    int post(Caller caller, String command, String body) {
        ResponseEntity<Object> answer =
                posts.post(
                        caller,
                        new Named(
                                command, StrictJson.parse(body.getBytes(StandardCharsets.UTF_8))));
        return answer.getStatusCode().value();
    }

    /** Why it was not recorded. */
    Problem refusal(Caller caller, String command, String body) {
        try {
            throw new AssertionError("recorded: " + post(caller, command, body));
        } catch (ProblemException refused) {
            return refused.problem();
        }
    }

    /** A clock that is looked at while it is asked who may record in a case. */
    private final class Asking extends Clock {

        @Override
        public Instant instant() {
            Runnable happens = meanwhile;
            meanwhile = () -> {};
            happens.run();
            return TODAY.instant();
        }

        @Override
        public ZoneId getZone() {
            return TODAY.getZone();
        }

        @Override
        public Clock withZone(ZoneId zone) {
            return TODAY.withZone(zone);
        }
    }
}
