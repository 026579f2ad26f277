package org.refocusrecord.command;

/** Kinds of things that entries bring into a case and later ones name. */
public enum ItemKind {
    /** A value. */
    VALUE,
    /** A treatment preference. */
    PREFERENCE,
    /** A strength. */
    STRENGTH,
    /** An aspiration. */
    ASPIRATION,
    /** A goal, voiced or set. */
    GOAL,
    /** A goal that was voiced, whether or not it was set since. */
    VOICED_GOAL,
    /** A step. */
    STEP,
    /** A care action. */
    ACTION,
    /** A coaching contract. */
    CONTRACT,
    /** A rating. */
    RATING,
    /** An answered questionnaire. */
    MEASURE,
    /** An entry, of whatever kind. */
    ENTRY,
    /** A session. */
    SESSION
}
