package org.refocusrecord.command.example;

import org.axonframework.common.IdentifierFactory;

import java.util.ArrayDeque;
import java.util.Deque;
import java.util.UUID;
import java.util.concurrent.atomic.AtomicLong;

/**
 * Deals out identifiers of messages in an order that is known, to each thread its own, so that
 * texts which stayed as before are found in Axon's history too. Found by the service loader.
 */
public final class DealtIdentifiers extends IdentifierFactory {

    private static final ThreadLocal<Deque<String>> NEXT = ThreadLocal.withInitial(ArrayDeque::new);
    private static final AtomicLong OTHERS = new AtomicLong();

    /** The next messages of this thread get these. */
    static void next(Iterable<String> identifiers) {
        Deque<String> next = NEXT.get();
        next.clear();
        identifiers.forEach(next::add);
    }

    @Override
    public String generateIdentifier() {
        String next = NEXT.get().poll();
        return next == null ? new UUID(0x6000L, OTHERS.incrementAndGet()).toString() : next;
    }
}
