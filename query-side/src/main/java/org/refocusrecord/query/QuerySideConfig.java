package org.refocusrecord.query;

import org.refocusrecord.eventlog.seal.Sealed;
import org.refocusrecord.query.door.CaseReads;
import org.refocusrecord.query.evidence.EvidenceController;
import org.refocusrecord.query.evidence.EvidenceEndpoints;
import org.refocusrecord.query.integrity.IntegrityController;
import org.refocusrecord.query.integrity.IntegrityEndpoints;
import org.refocusrecord.query.integrity.StreamScope;
import org.refocusrecord.query.outbox.BackfillController;
import org.refocusrecord.query.outbox.BackfillEndpoints;
import org.refocusrecord.query.outbox.OutboxConfig;
import org.refocusrecord.query.team.Teams;
import org.springframework.beans.factory.annotation.Qualifier;
import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.context.annotation.Import;

import javax.sql.DataSource;

/** Everything here, for the server that puts it together. */
@Configuration(proxyBeanMethods = false)
@EnableConfigurationProperties(QuerySettings.class)
@Import({
    ViewsConfig.class,
    DoorsConfig.class,
    IntegrityController.class,
    EvidenceController.class,
    BackfillController.class,
    OutboxConfig.class
})
public class QuerySideConfig {

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
}
