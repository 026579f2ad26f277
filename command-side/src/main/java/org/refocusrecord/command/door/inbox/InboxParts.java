package org.refocusrecord.command.door.inbox;

import org.springframework.kafka.listener.ConcurrentMessageListenerContainer;

/** What an inbox is put together from, ended from the brokers' side on. */
record InboxParts(
        ConcurrentMessageListenerContainer<byte[], byte[]> container,
        Lanes lanes,
        WaitingRounds rounds,
        Handling handling,
        Brokers brokers) {

    void end() {
        container.pause();
        handling.close();
        lanes.close();
        container.stop();
        rounds.close();
        brokers.close();
    }
}
