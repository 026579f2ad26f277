package org.refocusrecord.command.door.inbox;

/**
 * How much the inbox holds: what is under way, and what has come to its end behind something that
 * has not, since its offset cannot be told yet. While that is so much that another poll might be
 * too much the consumers pause: they stay in their group, and take nothing.
 */
final class Intake {

    /** Of records as they came; what is made of them is several times as large. */
    private static final long MOST_UNDER_WAY = 16 << 20;

    private static final long MOST_IN_LINE = 4 * MOST_UNDER_WAY;

    private final Gate gate;
    private final Amount underWay;
    private final Amount inLine;
    private boolean isShut;
    private boolean isClosed;

    /** By what records are kept from coming. */
    interface Gate {
        void shut();

        void open();
    }

    private static final class Amount {
        private final int most;
        private final long mostBytes;
        private int records;
        private long bytes;

        Amount(int most, long mostBytes) {
            this.most = most;
            this.mostBytes = mostBytes;
        }

        void add(int more, long moreBytes) {
            records += more;
            bytes += moreBytes;
        }

        boolean isTooMuch() {
            return records > most || bytes > mostBytes;
        }

        boolean isLittle() {
            return records <= most / 2 && bytes <= mostBytes / 2;
        }
    }

    /**
     * By this gate.
     *
     * @param mostUnderWay how many records may be under way when the consumers poll
     * @param mostInLine how many may stand in line then, with those under way
     */
    Intake(Gate gate, int mostUnderWay, int mostInLine) {
        this.gate = gate;
        this.underWay = new Amount(mostUnderWay, MOST_UNDER_WAY);
        this.inLine = new Amount(mostInLine, MOST_IN_LINE);
    }

    /** One more was taken, and stands in line. */
    synchronized void taken(int bytes) {
        underWay.add(1, bytes);
        inLine.add(1, bytes);
        look();
    }

    /** One is under way no more, whatever became of it. */
    synchronized void ended(int bytes) {
        underWay.add(-1, -bytes);
        look();
    }

    /** One stands in line no more: its offset can be told, or is another's. */
    synchronized void left(int bytes) {
        inLine.add(-1, -bytes);
        look();
    }

    /** To be called now and then too: what could not be done may be possible by now. */
    synchronized void look() {
        if (isClosed) {
            return;
        }
        try {
            toldToTheGate();
        } catch (RuntimeException | Error _) {
            // The next look tries again: whoever took a record is not to think that he did not.
        }
    }

    private void toldToTheGate() {
        if (!isShut && (underWay.isTooMuch() || inLine.isTooMuch())) {
            gate.shut();
            isShut = true;
        } else if (isShut && underWay.isLittle() && inLine.isLittle()) {
            // Not at the first that is over: each time they go on costs a poll.
            gate.open();
            isShut = false;
        }
    }

    /** Nothing is taken any more. */
    synchronized void close() {
        isClosed = true;
        gate.shut();
    }
}
