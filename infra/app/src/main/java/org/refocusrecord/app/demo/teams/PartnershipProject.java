package org.refocusrecord.app.demo.teams;

import org.refocusrecord.app.demo.trial.Body;
import org.refocusrecord.app.demo.trial.Chance;
import org.refocusrecord.app.demo.trial.Days;
import org.refocusrecord.app.demo.trial.Participation;
import org.refocusrecord.app.demo.trial.Phrase;
import org.refocusrecord.events.team.ProjectInitiator;
import org.refocusrecord.events.team.ProjectStage;
import org.refocusrecord.events.team.ProjectStatus;
import org.refocusrecord.events.team.Rater;

import java.time.LocalDate;
import java.util.List;
import java.util.UUID;

/**
 * What staff and service users do together. People told that staff led it mostly (Wallace et al
 * 2016), and staff saw it as more shared.
 */
record PartnershipProject(int month, ProjectStage stage, ProjectStatus status) {

    private static final List<PartnershipProject> COMPLETED =
            List.of(
                    new PartnershipProject(2, ProjectStage.CHOOSING, ProjectStatus.PLANNED),
                    new PartnershipProject(4, ProjectStage.PLANNING, ProjectStatus.PLANNED),
                    new PartnershipProject(6, ProjectStage.ORGANISING, ProjectStatus.UNDER_WAY),
                    new PartnershipProject(8, ProjectStage.TAKING_PART, ProjectStatus.UNDER_WAY),
                    new PartnershipProject(10, ProjectStage.REVIEWING, ProjectStatus.COMPLETED));

    private static final List<PartnershipProject> ABANDONED =
            List.of(
                    new PartnershipProject(5, ProjectStage.CHOOSING, ProjectStatus.NOT_STARTED),
                    new PartnershipProject(8, ProjectStage.PLANNING, ProjectStatus.UNDER_WAY),
                    new PartnershipProject(11, ProjectStage.PLANNING, ProjectStatus.ABANDONED));

    private static final List<PartnershipProject> NEVER_BEGUN =
            List.of(new PartnershipProject(6, ProjectStage.CHOOSING, ProjectStatus.NOT_STARTED));

    static void tell(TeamPosts posts) {
        boolean high = posts.team().participation() == Participation.HIGH;
        Chance chance = posts.chance("project");
        UUID project = chance.id();
        String title = Phrase.PROJECT.text(chance);
        List<PartnershipProject> low = chance.percent(50) ? ABANDONED : NEVER_BEGUN;
        for (PartnershipProject move : high ? COMPLETED : low) {
            LocalDate month = posts.team().startsOn().plusMonths(move.month() - 1L);
            LocalDate on = Days.weekday(month.plusDays(chance.between(1, 24)));
            Body body =
                    Body.of("commandId", chance.id())
                            .with("projectId", project)
                            .with("title", title)
                            .with("stage", move.stage())
                            .with("status", move.status())
                            .with("initiatedBy", ProjectInitiator.STAFF)
                            .with("on", on)
                            .with("led", led(chance))
                            .with("participants", people(high, chance));
            posts.byLeader("partnership-project", "/partnership-project", body, on);
        }
    }

    private static List<Body> led(Chance chance) {
        ProjectInitiator toStaff =
                chance.percent(60) ? ProjectInitiator.JOINT : ProjectInitiator.STAFF;
        ProjectInitiator toPeople =
                chance.percent(70) ? ProjectInitiator.STAFF : ProjectInitiator.SERVICE_USERS;
        return List.of(
                Body.of("by", toStaff).with("accordingTo", Rater.STAFF),
                Body.of("by", toPeople).with("accordingTo", Rater.SERVICE_USER));
    }

    private static Body people(boolean high, Chance chance) {
        return Body.of("staff", chance.between(1, 5))
                .with("serviceUsers", high ? chance.between(2, 9) : chance.between(0, 2))
                .with("carers", chance.between(0, 1));
    }
}
