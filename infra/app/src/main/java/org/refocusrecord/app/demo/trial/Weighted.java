package org.refocusrecord.app.demo.trial;

/** Something that is drawn the more often, the heavier it weighs. */
public interface Weighted {

    /** How heavy it weighs. */
    int weight();
}
