package org.refocusrecord.bench;

import java.sql.SQLException;

/**
 * One way of doing a piece of work, beside others.
 *
 * @param name its name in the table
 * @param making what makes it ready for a round
 */
record Contestant(String name, Making making) {

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

    /** A piece of work that is done once, and is worth so many operations. */
    record Whole(long units, Doing doing) implements Work {

        /** What is done. */
        @FunctionalInterface
        interface Doing {
            void run() throws Exception;
        }

        @Override
        public void once(int caller) throws Exception {
            doing.run();
        }
    }

    static Contestant of(String name, Making making) {
        return new Contestant(name, making);
    }

    /** The same done so often, by so many callers, as one piece of work. */
    Contestant all(int callers, int operations) {
        return new Contestant(
                name,
                (_, _) -> new All(ready(callers, operations), new Race(callers, operations, 3600)));
    }

    /** Work that is done by others as one. */
    private record All(Work work, Race race) implements Work {

        @Override
        public void once(int caller) throws Exception {
            race.run(work);
        }

        @Override
        public long units() {
            return work.units() * race.operations();
        }

        @Override
        public void close() throws SQLException {
            work.close();
        }
    }

    /** Of work that is done once a round. */
    static Contestant whole(String name, long units, Whole.Doing doing) {
        return new Contestant(name, (_, _) -> new Whole(units, doing));
    }

    Work ready(int callers, int operations) throws Exception {
        return making.ready(callers, operations);
    }
}
