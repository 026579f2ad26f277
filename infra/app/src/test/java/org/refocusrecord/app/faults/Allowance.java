package org.refocusrecord.app.faults;

/** How many sessions may be sent by now, so that each blow has some in its way. */
final class Allowance {

    private long left;

    /** Waits for leave to send one more. */
    synchronized void take() throws InterruptedException {
        while (left == 0) {
            wait();
        }
        left--;
    }

    /** Gives leave to send so many more. */
    synchronized void grant(long more) {
        left += more;
        notifyAll();
    }
}
