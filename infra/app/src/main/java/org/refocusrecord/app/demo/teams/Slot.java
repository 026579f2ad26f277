package org.refocusrecord.app.demo.teams;

import org.refocusrecord.events.team.Profession;
import org.refocusrecord.events.team.StaffRole;

import java.util.List;

/**
 * A post in a team. The professions are those that the trial's papers name (Clarke, Leamy et al
 * 2020; Le Boutillier et al 2015); how many a team had of each was not published, so this is ours.
 */
record Slot(Profession profession, StaffRole role) {

    /** The first is the leader's; a team of nineteen has no manager of its own. */
    static final List<Slot> ALL =
            List.of(
                    new Slot(Profession.NURSE, StaffRole.TEAM_LEADER),
                    clinician(Profession.NURSE),
                    clinician(Profession.SOCIAL_WORKER),
                    clinician(Profession.OCCUPATIONAL_THERAPIST),
                    clinician(Profession.NURSE),
                    clinician(Profession.PSYCHOLOGIST),
                    clinician(Profession.PSYCHIATRIST),
                    clinician(Profession.NURSE),
                    clinician(Profession.SOCIAL_WORKER),
                    new Slot(Profession.STR_WORKER, StaffRole.SUPPORT),
                    new Slot(Profession.SUPPORT_WORKER, StaffRole.SUPPORT),
                    new Slot(Profession.PEER_WORKER, StaffRole.PEER_SUPPORT),
                    clinician(Profession.NURSE),
                    clinician(Profession.ASSOCIATE_PRACTITIONER),
                    clinician(Profession.VOCATIONAL_SPECIALIST),
                    clinician(Profession.NURSE),
                    new Slot(Profession.PHYSIO_TECHNICIAN, StaffRole.SUPPORT),
                    new Slot(Profession.EXERCISE_PRACTITIONER, StaffRole.SUPPORT),
                    new Slot(Profession.STUDENT, StaffRole.STUDENT),
                    new Slot(Profession.MANAGER, StaffRole.SENIOR_MANAGER));

    private static Slot clinician(Profession profession) {
        return new Slot(profession, StaffRole.CLINICIAN);
    }

    /** Whether such a worker coordinates people's care. */
    boolean coordinates() {
        return role == StaffRole.CLINICIAN
                && (profession == Profession.NURSE
                        || profession == Profession.SOCIAL_WORKER
                        || profession == Profession.OCCUPATIONAL_THERAPIST);
    }

    /** Whether such a worker stands beside people as a key worker. */
    boolean accompanies() {
        return role == StaffRole.SUPPORT || role == StaffRole.PEER_SUPPORT;
    }
}
