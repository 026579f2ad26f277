package org.refocusrecord.query;

import org.refocusrecord.eventlog.Arrivals;
import org.refocusrecord.eventlog.EventLog;
import org.refocusrecord.query.door.AuditController;
import org.refocusrecord.query.door.CarePlanController;
import org.refocusrecord.query.door.CaseReadController;
import org.refocusrecord.query.door.CaseReads;
import org.refocusrecord.query.door.ReadEndpoints;
import org.refocusrecord.query.door.ReadPoints;
import org.refocusrecord.query.door.ReadSettings;
import org.refocusrecord.query.door.SessionReadController;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.context.annotation.Import;

import java.time.Clock;
import java.time.Duration;
import java.time.ZoneId;

/** Everything here, for the server that puts it together. */
@Configuration(proxyBeanMethods = false)
@Import({
    AuditController.class,
    CarePlanController.class,
    CaseReadController.class,
    SessionReadController.class
})
public class QuerySideConfig {

    @Bean
    ReadPoints readPoints(EventLog log, Arrivals arrivals, Clock clock, ZoneId zone) {
        return new ReadPoints(log, arrivals, clock, zone);
    }

    @Bean
    CaseReads caseReads(EventLog log, ReadPoints points) {
        return new CaseReads(log, points);
    }

    @Bean
    ReadSettings readSettings(@Value("${refocus.late-after:2d}") Duration lateAfter) {
        return new ReadSettings(lateAfter);
    }

    @Bean
    ReadEndpoints readEndpoints() {
        return new ReadEndpoints();
    }
}
