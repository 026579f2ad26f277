package org.refocusrecord.command;

/** Rules that are told alike wherever they are broken. */
public enum Rule {
    /** A coaching contract is between two. */
    CONTRACT_NEEDS_BOTH(
            "contract.needs-both",
            "A coaching contract is agreed by the person and the worker, both."),
    /** An own act cannot be reported by others. */
    ACCEPTANCE_NOT_OWN_ACT(
            "acceptance.not-own-act",
            "An own act comes only by the person's own door; say SIGNED, SPOKEN or" + " REPORTED."),
    /** Goal attainment is the person's own rating. */
    ATTAINMENT_NOT_OWN(
            "attainment.not-own",
            "Attainment is rated by the person alone: leave it out, or review according to"
                    + " the person."),
    /** This measure is about a goal. */
    MEASURE_NEEDS_GOAL(
            "measure.needs-goal", "Goal attainment is rated for one goal: give its goalId."),
    /** By the own door people speak for themselves. */
    OWN_ENTRY_ANOTHER_PERSON(
            "own-entry.another-person",
            "By this door one writes for oneself: leave it out, or name yourself."),
    /** An erasure of earlier days says two things, and what it would destroy does not come back. */
    ERASURE_SAYS_TWO_THINGS(
            "reference.wrong-kind",
            "This erasure is of the whole case and names an entry: mark it in error, and ask anew"
                    + " for the one that is meant."),
    /** The person's own words are the person's. */
    WORDS_NOT_YOURS(
            "words.not-yours",
            "These are the person's own words: correct them with confirmedBy the person, or"
                    + " add your own beside them."),
    /** A replacement is of another thing. */
    REPLACEMENT_NOT_THE_SAME(
            "replacement.not-the-same",
            "A correction never changes this: mark what is wrong in error and record anew.");

    private final String code;
    private final String message;

    Rule(String code, String message) {
        this.code = code;
        this.message = message;
    }

    /** Broken, at this place in the body. */
    public Refusal at(String pointer) {
        return new Refusal.Broken(pointer, this);
    }

    String code() {
        return code;
    }

    String message() {
        return message;
    }
}
