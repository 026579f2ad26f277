package org.refocusrecord.app.demo.cases;

import org.refocusrecord.app.demo.trial.Weighted;
import org.refocusrecord.events.Person;

import java.util.ArrayList;
import java.util.List;

/**
 * Who is responsible for an action. The weights are the rows of the casenote audit that Slade
 * printed in 2018, citing Gilburt et al (2013): staff 4,977, consumer 594, both 1,526, and three
 * rows with a carer of 8, 29 and 21; all three together, 0. So that a small trial has each of them,
 * those with a carer weigh ten times as much here and the last weighs as the least of them.
 */
enum Responsibility implements Weighted {
    STAFF(4977),
    SERVICE_USER(594),
    BOTH(1526),
    CARER(80),
    STAFF_AND_CARER(290),
    SERVICE_USER_AND_CARER(210),
    ALL(80);

    private static final List<Responsibility> OF_ACTIONS = List.of(values());

    /** In the goals of the intervention people do more themselves (our choice). */
    private static final List<Responsibility> OF_STEPS =
            List.of(
                    STAFF,
                    BOTH,
                    BOTH,
                    SERVICE_USER,
                    SERVICE_USER,
                    CARER,
                    STAFF_AND_CARER,
                    SERVICE_USER_AND_CARER,
                    ALL);

    private final int weight;

    Responsibility(int weight) {
        this.weight = weight;
    }

    @Override
    public int weight() {
        return weight;
    }

    static List<Person> ofAction(Scene scene) {
        return scene.chance().weighed(OF_ACTIONS).people(scene);
    }

    static List<Person> ofStep(Scene scene) {
        return scene.chance().weighed(OF_STEPS).people(scene);
    }

    private List<Person> people(Scene scene) {
        List<Person> people = new ArrayList<>();
        boolean staff = this == STAFF || this == BOTH || this == STAFF_AND_CARER || this == ALL;
        boolean person =
                this == SERVICE_USER
                        || this == BOTH
                        || this == SERVICE_USER_AND_CARER
                        || this == ALL;
        Person carer = scene.picture().carer;
        if (person) {
            people.add(Scene.ONESELF);
        }
        boolean withCarer = this == CARER || this == STAFF_AND_CARER || this == ALL;
        if (carer != null && (withCarer || this == SERVICE_USER_AND_CARER)) {
            people.add(carer);
        }
        if (staff || people.isEmpty()) {
            people.add(scene.worker());
        }
        return List.copyOf(people);
    }
}
