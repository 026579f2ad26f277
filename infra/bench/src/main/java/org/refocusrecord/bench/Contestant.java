package org.refocusrecord.bench;

/**
 * One way of doing a piece of work, beside others.
 *
 * @param name its name in the table
 * @param making what makes it ready for a round
 */
record Contestant(String name, Making making) {

    static Contestant of(String name, Making making) {
        return new Contestant(name, making);
    }

    /** Makes ready for a round, untimed. */
    @FunctionalInterface
    interface Making {
        /**
         * Makes ready for a round.
         *
         * @param callers how many will work at once
         * @param operations how often at most
         */
        Work ready(int callers, int operations) throws Exception;
    }

    Work ready(int callers, int operations) throws Exception {
        return making.ready(callers, operations);
    }
}
