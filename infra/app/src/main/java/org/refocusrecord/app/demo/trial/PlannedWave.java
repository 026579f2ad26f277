package org.refocusrecord.app.demo.trial;

import java.time.LocalDate;
import java.util.List;

/**
 * Teams began in waves three months apart (Wallace et al 2016, which names these five). Each began
 * about a month after its people were seen at baseline, so that starts from May 2011 to May 2012
 * agree with the months of recruitment; the very days, and how many teams a wave had, are our
 * choice.
 */
public record PlannedWave(
        String trust,
        String locality,
        int number,
        LocalDate startsOn,
        int intervention,
        int control) {

    /** All five, in the order in which they began. */
    public static final List<PlannedWave> ALL =
            List.of(
                    new PlannedWave(Design.SLAM, "Lewisham", 1, LocalDate.of(2011, 5, 1), 3, 3),
                    new PlannedWave(Design.SLAM, "Southwark", 2, LocalDate.of(2011, 8, 1), 3, 3),
                    new PlannedWave(Design.SLAM, "Croydon", 3, LocalDate.of(2011, 11, 1), 3, 3),
                    new PlannedWave(
                            Design.TWO_GETHER, "Gloucester", 1, LocalDate.of(2012, 2, 1), 3, 2),
                    new PlannedWave(
                            Design.TWO_GETHER, "Gloucester", 2, LocalDate.of(2012, 5, 1), 2, 2));
}
