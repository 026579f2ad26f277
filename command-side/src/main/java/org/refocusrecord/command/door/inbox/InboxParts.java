package org.refocusrecord.command.door.inbox;

/** What an inbox is put together from, ended from the brokers' side on. */
record InboxParts(
        InboxConsumers consumers,
        Lanes lanes,
        WaitingRounds rounds,
        Handling handling,
        Brokers brokers) {

    void end() {
        consumers.takeNoMore();
        handling.close();
        lanes.close();
        consumers.stop();
        rounds.close();
        brokers.close();
    }
}
