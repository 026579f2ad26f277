package org.refocusrecord.command;

import org.axonframework.commandhandling.CommandBus;
import org.axonframework.common.lock.NullLockFactory;
import org.axonframework.config.AggregateConfigurer;
import org.axonframework.config.Configuration;
import org.axonframework.config.Configurer;
import org.axonframework.config.DefaultConfigurer;
import org.refocusrecord.command.casefile.CaseRecordAggregate;
import org.refocusrecord.command.casefile.KeptCases;
import org.refocusrecord.command.door.CaseController;
import org.refocusrecord.command.door.CommandDoor;
import org.refocusrecord.command.door.CommandEndpoints;
import org.refocusrecord.command.door.CommandSettings;
import org.refocusrecord.command.door.CorrectionDoor;
import org.refocusrecord.command.door.DispatchDoor;
import org.refocusrecord.command.door.Elsewhere;
import org.refocusrecord.command.door.LedgerPosts;
import org.refocusrecord.command.door.NamedPosts;
import org.refocusrecord.command.door.ReceiptController;
import org.refocusrecord.command.door.ScopeDoor;
import org.refocusrecord.command.door.SessionController;
import org.refocusrecord.command.door.StateDoor;
import org.refocusrecord.command.door.StreamTarget;
import org.refocusrecord.command.door.StudyController;
import org.refocusrecord.command.door.TeamController;
import org.refocusrecord.command.door.imports.ImportController;
import org.refocusrecord.command.door.imports.ImportEndpoints;
import org.refocusrecord.command.door.inbox.DeadLetterController;
import org.refocusrecord.command.door.inbox.DeadLetterEndpoints;
import org.refocusrecord.command.study.StudyAggregate;
import org.refocusrecord.command.team.TeamAggregate;
import org.refocusrecord.eventlog.EventLog;
import org.refocusrecord.eventlog.axon.LogEventStorageEngine;
import org.refocusrecord.eventlog.json.CanonicalJson;
import org.refocusrecord.web.reading.ShapeReader;
import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Import;

import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.time.ZoneId;
import java.util.List;

/**
 * Everything here, for the server that puts it together. Axon is configured by hand: no server of
 * its own, no transaction around a command (the append is the transaction), no module that is found
 * on the class path.
 */
@org.springframework.context.annotation.Configuration(proxyBeanMethods = false)
@EnableConfigurationProperties(CommandSettings.class)
@Import({
    SessionController.class,
    CaseController.class,
    TeamController.class,
    StudyController.class,
    ReceiptController.class,
    ImportController.class,
    DeadLetterController.class
})
public class CommandSideConfig {

    @Bean(initMethod = "start", destroyMethod = "shutdown")
    Configuration axon(EventLog log, ZoneId zone, StateDoor states) {
        Configurer configurer =
                DefaultConfigurer.defaultConfiguration(false)
                        // Which command an event came with is in the log; Axon need not say it
                        // again.
                        .configureCorrelationDataProviders(_ -> List.of())
                        .configureEmbeddedEventStore(_ -> new LogEventStorageEngine(log))
                        .configureAggregate(aggregate(CaseRecordAggregate.class))
                        .configureAggregate(aggregate(TeamAggregate.class))
                        .configureAggregate(aggregate(StudyAggregate.class));
        configurer.registerComponent(ZoneId.class, none -> zone);
        configurer.registerComponent(KeptCases.class, none -> states.cases()::keep);
        return configurer.buildConfiguration();
    }

    private static <A> AggregateConfigurer<A> aggregate(Class<A> type) {
        return AggregateConfigurer.defaultConfiguration(type)
                .configureCommandTargetResolver(_ -> new StreamTarget())
                // Commands of a stream take turns before its state is looked at; not only here.
                .configureLockFactory(_ -> NullLockFactory.INSTANCE);
    }

    @Bean
    CommandBus commandBus(Configuration axon) {
        return axon.commandBus();
    }

    @Bean
    DispatchDoor dispatchDoor(
            CommandBus bus, EventLog log, StateDoor states, CommandSettings settings) {
        return new DispatchDoor(bus, log, states, settings.longestTurn());
    }

    @Bean
    StateDoor stateDoor(EventLog log, ZoneId zone, CommandSettings settings) {
        return new StateDoor(log, zone, settings.mostEvents());
    }

    @Bean
    ScopeDoor scopeDoor(StateDoor states, ZoneId zone, Clock clock) {
        return new ScopeDoor(states, zone, clock);
    }

    @Bean
    CommandDoor commandDoor(
            DispatchDoor dispatch, ZoneId zone, CommandSettings settings, Clock clock) {
        return new CommandDoor(dispatch, zone, settings.lateAfter(), clock);
    }

    @Bean
    ShapeReader shapeReader() {
        return new ShapeReader(node -> new String(CanonicalJson.of(node), StandardCharsets.UTF_8));
    }

    @Bean
    Elsewhere elsewhere(StateDoor states) {
        return new Elsewhere(states);
    }

    @Bean
    CorrectionDoor correctionDoor(
            CommandDoor door,
            ScopeDoor scope,
            StateDoor states,
            Elsewhere elsewhere,
            ShapeReader reader) {
        return new CorrectionDoor(door, scope, states, elsewhere, reader);
    }

    @Bean
    LedgerPosts ledgerPosts(CommandDoor door, ShapeReader reader) {
        return new LedgerPosts(door, reader);
    }

    @Bean
    NamedPosts namedPosts(
            SessionController sessions,
            CaseController cases,
            TeamController teams,
            StudyController studies,
            Clock clock) {
        return new NamedPosts(sessions, cases, teams, studies, clock);
    }

    @Bean
    ImportEndpoints importEndpoints() {
        return new ImportEndpoints();
    }

    @Bean
    DeadLetterEndpoints deadLetterEndpoints() {
        return new DeadLetterEndpoints();
    }

    @Bean
    CommandEndpoints commandEndpoints() {
        return new CommandEndpoints();
    }
}
