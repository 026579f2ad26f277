package org.refocusrecord.bench;

import com.github.f4b6a3.uuid.UuidCreator;

import java.util.UUID;

/** The ids that callers give: of version 7, or random as many systems still make them. */
enum Ids {
    V7,
    RANDOM;

    UUID next() {
        return switch (this) {
            case V7 -> UuidCreator.getTimeOrderedEpochPlus1();
            case RANDOM -> UUID.randomUUID();
        };
    }
}
