package org.refocusrecord.events.team;

/** A worker's profession. */
public enum Profession {
    NURSE,
    PSYCHIATRIST,
    PSYCHOLOGIST,
    SOCIAL_WORKER,
    OCCUPATIONAL_THERAPIST,
    STR_WORKER,
    VOCATIONAL_SPECIALIST,
    ASSOCIATE_PRACTITIONER,
    SUPPORT_WORKER,
    EXERCISE_PRACTITIONER,
    PHYSIO_TECHNICIAN,
    PEER_WORKER,
    MANAGER,
    STUDENT,
    OTHER
}
