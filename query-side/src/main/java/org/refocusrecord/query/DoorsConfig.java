package org.refocusrecord.query;

import org.refocusrecord.eventlog.LogReads;
import org.refocusrecord.query.access.AccessList;
import org.refocusrecord.query.access.AccessLog;
import org.refocusrecord.query.caseload.Candidates;
import org.refocusrecord.query.door.AccessController;
import org.refocusrecord.query.door.AuditEndpoints;
import org.refocusrecord.query.door.CarePlanController;
import org.refocusrecord.query.door.CarePlansController;
import org.refocusrecord.query.door.CaseEventsController;
import org.refocusrecord.query.door.CaseFinding;
import org.refocusrecord.query.door.CaseListController;
import org.refocusrecord.query.door.CaseReadController;
import org.refocusrecord.query.door.CaseReads;
import org.refocusrecord.query.door.CaseWalks;
import org.refocusrecord.query.door.CasesAsTheyStood;
import org.refocusrecord.query.door.CohortController;
import org.refocusrecord.query.door.GoalAuditController;
import org.refocusrecord.query.door.ParkedController;
import org.refocusrecord.query.door.ParticipationController;
import org.refocusrecord.query.door.PlanAuditController;
import org.refocusrecord.query.door.PlanChangesController;
import org.refocusrecord.query.door.ProjectionsController;
import org.refocusrecord.query.door.ProjectionsEndpoints;
import org.refocusrecord.query.door.ReadEndpoints;
import org.refocusrecord.query.door.ReadPoints;
import org.refocusrecord.query.door.ReadSettings;
import org.refocusrecord.query.door.ResponsibilityController;
import org.refocusrecord.query.door.RetentionController;
import org.refocusrecord.query.door.SessionReadController;
import org.refocusrecord.query.door.StudyReadController;
import org.refocusrecord.query.door.TeamNoticesController;
import org.refocusrecord.query.door.TeamReadController;
import org.refocusrecord.query.door.TimelineController;
import org.refocusrecord.query.door.ViewPoints;
import org.refocusrecord.query.participation.TeamCases;
import org.refocusrecord.query.participation.TeamParticipation;
import org.refocusrecord.query.projection.EventFeed;
import org.refocusrecord.query.projection.Positions;
import org.refocusrecord.query.projection.ViewReads;
import org.refocusrecord.query.team.Teams;
import org.refocusrecord.query.walk.WalkTurns;
import org.springframework.beans.factory.annotation.Qualifier;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.context.annotation.Import;

import java.time.Clock;
import java.time.ZoneId;

import javax.sql.DataSource;

/** The doors at which cases, teams and views are read. */
@Configuration(proxyBeanMethods = false)
@Import({
    GoalAuditController.class,
    ResponsibilityController.class,
    CohortController.class,
    PlanAuditController.class,
    CaseListController.class,
    TeamReadController.class,
    ParticipationController.class,
    TeamNoticesController.class,
    StudyReadController.class,
    ProjectionsController.class,
    ParkedController.class,
    RetentionController.class,
    AccessController.class,
    CarePlanController.class,
    CarePlansController.class,
    PlanChangesController.class,
    TimelineController.class,
    CaseReadController.class,
    CaseEventsController.class,
    SessionReadController.class
})
class DoorsConfig {

    @Bean
    ReadPoints readPoints(EventFeed feed, Clock clock, ZoneId zone) {
        return new ReadPoints(feed, clock, zone);
    }

    @Bean
    ViewPoints viewPoints(ReadPoints points, Positions positions, LogReads log) {
        return new ViewPoints(points, positions, log);
    }

    @Bean
    CaseReads caseReads(LogReads log, ReadPoints points, AccessLog accesses) {
        return new CaseReads(log, points, accesses);
    }

    @Bean
    ReadSettings readSettings(QuerySettings settings) {
        return new ReadSettings(settings.lateAfter());
    }

    @Bean
    WalkTurns walkTurns(QuerySettings settings) {
        return new WalkTurns(settings.mostWalks());
    }

    @Bean
    CaseWalks caseWalks(
            CaseReads cases,
            Candidates candidates,
            LogReads log,
            ViewPoints views,
            WalkTurns turns) {
        return new CaseWalks(cases, new CaseFinding(candidates, log, views), turns);
    }

    @Bean
    CasesAsTheyStood casesAsTheyStood(
            CaseReads cases, CaseWalks walks, ReadPoints points, ViewPoints views) {
        return new CasesAsTheyStood(cases, walks, points, views);
    }

    /** Whoever reads who read takes no connection from those that write it. */
    @Bean
    AccessList accessList(@Qualifier("reader") DataSource reader) {
        return new AccessList(reader);
    }

    @Bean
    TeamParticipation teamParticipation(
            Teams teams,
            ViewReads reads,
            Positions positions,
            EventFeed feed,
            ZoneId zone,
            WalkTurns turns) {
        TeamCases cases = new TeamCases(reads, feed, zone);
        return new TeamParticipation(teams, positions, cases, turns);
    }

    @Bean
    ReadEndpoints readEndpoints() {
        return new ReadEndpoints();
    }

    @Bean
    AuditEndpoints auditEndpoints() {
        return new AuditEndpoints();
    }

    @Bean
    ProjectionsEndpoints projectionsEndpoints() {
        return new ProjectionsEndpoints();
    }
}
