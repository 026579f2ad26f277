package org.refocusrecord.app.faults;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Random;

/** What is killed with -9. */
enum Blow {
    /** The server; it is started again at once. */
    SERVER,
    /**
     * One process of the database that works for the server, which makes all of them start anew.
     */
    BACKEND,
    /**
     * The process that all others of the database come from; nobody starts it again from outside.
     */
    POSTMASTER,
    /** The server, and the next one while it is starting. */
    SERVER_TWICE;

    private static final List<Blow> IN_TURN =
            List.of(SERVER, BACKEND, POSTMASTER, SERVER_TWICE, BACKEND, SERVER);

    /** So many, in an order that the seed says. */
    static List<Blow> shuffled(int count, Random random) {
        List<Blow> blows = new ArrayList<>();
        for (int index = 0; index < count; index++) {
            blows.add(IN_TURN.get(index % IN_TURN.size()));
        }
        Collections.shuffle(blows, random);
        return blows;
    }
}
