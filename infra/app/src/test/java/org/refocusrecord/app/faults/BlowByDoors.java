package org.refocusrecord.app.faults;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Random;

/** Who is killed with -9 while sessions come by two doors. */
enum BlowByDoors {
    /** The first node; it is started again. */
    NODE,
    /** The node beside it. */
    OTHER_NODE,
    /** A broker, which others lead for until it is started again. */
    BROKER,
    /** A process of the database; all of them start anew. */
    BACKEND;

    /** So many, each as often as the others, in an order that the seed says. */
    static List<BlowByDoors> shuffled(int count, Random random) {
        List<BlowByDoors> blows = new ArrayList<>();
        for (int index = 0; index < count; index++) {
            blows.add(values()[index % values().length]);
        }
        Collections.shuffle(blows, random);
        return blows;
    }
}
