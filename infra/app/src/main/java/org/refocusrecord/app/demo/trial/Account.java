package org.refocusrecord.app.demo.trial;

import java.util.UUID;

/** On whose account something is posted. */
public sealed interface Account {

    /** An administrator of all trusts. */
    record Administrator() implements Account {}

    /** The clinical system of a trust. */
    record ClinicalSystem(String trust) implements Account {}

    /** The leader of a team. */
    record Leader(String trust, UUID teamId, UUID workerId) implements Account {}

    /** A service user, for the own record. */
    record Oneself(String trust, UUID serviceUserId) implements Account {}
}
