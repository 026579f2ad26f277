package org.refocusrecord.app.demo.cases;

import org.refocusrecord.app.demo.trial.Weighted;

import java.util.List;
import java.util.function.Consumer;
import java.util.function.Predicate;

/**
 * A turn that a meeting may take.
 *
 * @param weight how often, beside the others that fit
 * @param fits whether there is anything to say of the kind
 * @param take says it
 */
record Turn(int weight, Predicate<Picture> fits, Consumer<Scene> take) implements Weighted {

    /** Takes some turns that fit. Each changes the picture, and with it what fits next. */
    static void takeSome(List<Turn> turns, int count, Scene scene) {
        for (int taken = 0; taken < count; taken++) {
            List<Turn> fitting =
                    turns.stream().filter(turn -> turn.fits.test(scene.picture())).toList();
            scene.chance().weighed(fitting).take.accept(scene);
        }
    }
}
