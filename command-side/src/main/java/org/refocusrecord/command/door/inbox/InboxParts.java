package org.refocusrecord.command.door.inbox;

/** What an inbox is put together from, ended from the brokers' side on. */
record InboxParts(
        InboxConsumers consumers,
        Lanes lanes,
        WaitingRounds rounds,
        Handling handling,
        Brokers brokers) {

    /** Each is ended whatever becomes of those before it. */
    void end() {
        // The last is closed first.
        try (brokers;
                rounds) {
            try {
                consumers.takeNoMore();
            } finally {
                endWhatIsUnderWay();
            }
        }
    }

    private void endWhatIsUnderWay() {
        try {
            handling.close();
            lanes.close();
        } finally {
            consumers.stop();
        }
    }
}
