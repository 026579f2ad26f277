package org.refocusrecord.query;

import org.refocusrecord.eventlog.Arrivals;
import org.refocusrecord.eventlog.LogReads;
import org.refocusrecord.eventlog.seal.Sealed;
import org.refocusrecord.query.access.AccessList;
import org.refocusrecord.query.access.AccessLog;
import org.refocusrecord.query.audittrail.GoalPeopleView;
import org.refocusrecord.query.caseload.Candidates;
import org.refocusrecord.query.caseload.CaseLines;
import org.refocusrecord.query.caseload.Caseload;
import org.refocusrecord.query.caseload.CaseloadView;
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
import org.refocusrecord.query.evidence.EvidenceController;
import org.refocusrecord.query.evidence.EvidenceEndpoints;
import org.refocusrecord.query.integrity.IntegrityController;
import org.refocusrecord.query.integrity.IntegrityEndpoints;
import org.refocusrecord.query.integrity.StreamScope;
import org.refocusrecord.query.outbox.BackfillController;
import org.refocusrecord.query.outbox.BackfillEndpoints;
import org.refocusrecord.query.outbox.OutboxConfig;
import org.refocusrecord.query.participation.TeamCases;
import org.refocusrecord.query.participation.TeamParticipation;
import org.refocusrecord.query.projection.EventFeed;
import org.refocusrecord.query.projection.Follower;
import org.refocusrecord.query.projection.LogFeed;
import org.refocusrecord.query.projection.Positions;
import org.refocusrecord.query.projection.Projections;
import org.refocusrecord.query.projection.Projector;
import org.refocusrecord.query.projection.Segments;
import org.refocusrecord.query.projection.ViewMigrations;
import org.refocusrecord.query.projection.ViewReads;
import org.refocusrecord.query.retention.RetentionList;
import org.refocusrecord.query.retention.RetentionView;
import org.refocusrecord.query.team.NoticesView;
import org.refocusrecord.query.team.TeamNotices;
import org.refocusrecord.query.team.Teams;
import org.refocusrecord.query.team.TeamsView;
import org.refocusrecord.query.walk.WalkTurns;
import org.springframework.beans.factory.annotation.Qualifier;
import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.context.annotation.Import;
import org.springframework.context.annotation.Primary;

import java.time.Clock;
import java.time.ZoneId;
import java.util.List;

import javax.sql.DataSource;

/** Everything here, for the server that puts it together. */
@Configuration(proxyBeanMethods = false)
@EnableConfigurationProperties(QuerySettings.class)
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
    SessionReadController.class,
    IntegrityController.class,
    EvidenceController.class,
    BackfillController.class,
    OutboxConfig.class
})
public class QuerySideConfig {

    @Bean
    ReadPoints readPoints(EventFeed feed, Clock clock, ZoneId zone) {
        return new ReadPoints(feed, clock, zone);
    }

    @Bean
    CaseReads caseReads(LogReads log, ReadPoints points, AccessLog accesses) {
        return new CaseReads(log, points, accesses);
    }

    /** Whoever reads who read takes no connection from those that write it. */
    @Bean
    AccessList accessList(@Qualifier("reader") DataSource reader) {
        return new AccessList(reader);
    }

    @Bean
    ReadSettings readSettings(QuerySettings settings) {
        return new ReadSettings(settings.lateAfter());
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

    @Bean
    IntegrityEndpoints integrityEndpoints() {
        return new IntegrityEndpoints();
    }

    @Bean
    BackfillEndpoints backfillEndpoints() {
        return new BackfillEndpoints();
    }

    @Bean
    EvidenceEndpoints evidenceEndpoints() {
        return new EvidenceEndpoints();
    }

    @Bean
    Sealed sealed(@Qualifier("reader") DataSource reader) {
        return new Sealed(reader);
    }

    @Bean
    StreamScope streamScope(CaseReads cases, Teams teams) {
        return new StreamScope(cases, teams);
    }

    /** The log for whoever reads it at a door. */
    @Bean
    @Primary
    EventFeed eventFeed(LogReads log, Arrivals arrivals) {
        return new LogFeed(log, arrivals);
    }

    /** The log as views are made from it, which many readers at the doors do not hold up. */
    @Bean
    EventFeed feedOfViews(@Qualifier("logOfViews") LogReads log, Arrivals arrivals) {
        return new LogFeed(log, arrivals);
    }

    /** Whoever reads a view at a door takes no connection from those that move it. */
    @Bean
    ViewReads viewReads(@Qualifier("reader") DataSource reader, Views views) {
        return new ViewReads(reader, views.projectors());
    }

    @Bean
    Positions positions(@Qualifier("reader") DataSource reader, Views views) {
        return new Positions(reader, views.projectors());
    }

    @Bean
    ViewPoints viewPoints(ReadPoints points, Positions positions, LogReads log) {
        return new ViewPoints(points, positions, log);
    }

    @Bean
    Caseload caseload(ViewReads reads) {
        return new Caseload(reads);
    }

    @Bean
    Candidates candidates(ViewReads reads) {
        return new Candidates(reads);
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

    @Bean
    Teams teams(ViewReads reads, EventFeed feed, ZoneId zone) {
        return new Teams(reads, feed, zone);
    }

    @Bean
    TeamNotices teamNotices(ViewReads reads) {
        return new TeamNotices(reads);
    }

    @Bean
    RetentionList retentionList(ViewReads reads) {
        return new RetentionList(reads);
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

    /** All views; their tables are made, or brought up to date, before anything follows the log. */
    @Bean(initMethod = "start", destroyMethod = "close")
    Follower follower(
            @Qualifier("feedOfViews") EventFeed feed,
            @Qualifier("projector") DataSource projector,
            @Qualifier("claims") DataSource claims,
            Views views,
            Positions positions,
            QuerySettings settings) {
        Segments wanted = new Segments(settings.segments());
        ViewMigrations.apply(projector);
        return new Follower(feed, projector, claims, views.projectors(), positions, wanted);
    }

    /** The views that follow the log. */
    record Views(List<Projector> projectors) {}

    @Bean
    Views views(ReadSettings settings, ZoneId zone) {
        CaseLines lines = new CaseLines(zone);
        return new Views(
                List.of(
                        CaseloadView.projector(lines),
                        GoalPeopleView.projector(),
                        RetentionView.projector(lines),
                        NoticesView.projector(lines, settings.lateAfter()),
                        TeamsView.projector(zone)));
    }

    @Bean
    Projections projections(
            @Qualifier("feedOfViews") EventFeed feed,
            @Qualifier("projector") DataSource projector,
            Views views,
            Follower follower) {
        return new Projections(feed, projector, views.projectors(), follower);
    }
}
