package org.refocusrecord.eventlog.contracts;

import static org.refocusrecord.eventlog.contracts.Cast.command;

import org.refocusrecord.events.Event;
import org.refocusrecord.events.Party;
import org.refocusrecord.events.Person;
import org.refocusrecord.events.log.HeadsNoted;

import java.util.List;

/** What the log says of itself. */
final class ExampleLog {

    private static final Person LOG = new Person(Party.OTHER, "log/" + Cast.id("a", 1));

    private ExampleLog() {}

    static List<Event> all() {
        return List.of(
                new HeadsNoted(command(41), HeadsNoted.TREE, 4_711L, 3L, "5a".repeat(32), LOG));
    }
}
