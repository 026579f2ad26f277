package org.refocusrecord.query;

import org.refocusrecord.eventlog.Arrivals;
import org.refocusrecord.eventlog.LogReads;
import org.refocusrecord.query.audittrail.GoalPeopleView;
import org.refocusrecord.query.caseload.Candidates;
import org.refocusrecord.query.caseload.CaseLines;
import org.refocusrecord.query.caseload.Caseload;
import org.refocusrecord.query.caseload.CaseloadView;
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
import org.springframework.beans.factory.annotation.Qualifier;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.context.annotation.Primary;

import java.time.ZoneId;
import java.util.List;

import javax.sql.DataSource;

/** The views that are made from the log, and whoever reads them. */
@Configuration(proxyBeanMethods = false)
class ViewsConfig {

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

    /** The views that follow the log. */
    record Views(List<Projector> projectors) {}

    @Bean
    Views views(QuerySettings settings, ZoneId zone) {
        CaseLines lines = new CaseLines(zone);
        return new Views(
                List.of(
                        CaseloadView.projector(lines),
                        GoalPeopleView.projector(),
                        RetentionView.projector(lines),
                        NoticesView.projector(lines, settings.lateAfter()),
                        TeamsView.projector(zone)));
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

    @Bean
    Projections projections(
            @Qualifier("feedOfViews") EventFeed feed,
            @Qualifier("projector") DataSource projector,
            Views views,
            Follower follower) {
        return new Projections(feed, projector, views.projectors(), follower);
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
}
