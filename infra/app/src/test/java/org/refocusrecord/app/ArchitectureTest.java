package org.refocusrecord.app;

import static com.tngtech.archunit.base.DescribedPredicate.alwaysTrue;
import static com.tngtech.archunit.base.DescribedPredicate.describe;
import static com.tngtech.archunit.base.DescribedPredicate.not;
import static com.tngtech.archunit.core.domain.JavaAccess.Predicates.target;
import static com.tngtech.archunit.core.domain.JavaClass.Predicates.resideInAPackage;
import static com.tngtech.archunit.core.domain.JavaClass.Predicates.resideInAnyPackage;
import static com.tngtech.archunit.core.domain.properties.HasName.Predicates.nameMatching;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.classes;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static com.tngtech.archunit.library.dependencies.SlicesRuleDefinition.slices;

import static org.assertj.core.api.Assertions.assertThat;

import com.tngtech.archunit.base.DescribedPredicate;
import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.domain.JavaField;
import com.tngtech.archunit.core.domain.JavaModifier;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.core.importer.ImportOption;

import org.junit.jupiter.api.Test;
import org.refocusrecord.command.casefile.CaseState;
import org.refocusrecord.eventlog.EventLog;
import org.refocusrecord.eventlog.store.LogStore;
import org.refocusrecord.events.Event;
import org.refocusrecord.events.EventType;
import org.refocusrecord.events.Words;
import org.refocusrecord.query.access.Asking;
import org.refocusrecord.query.access.Showing;
import org.refocusrecord.query.caseload.Caseload;
import org.refocusrecord.query.door.ViewPoints;
import org.refocusrecord.query.history.CaseHistory;
import org.refocusrecord.query.retention.RetentionList;
import org.refocusrecord.query.team.TeamNotices;
import org.springframework.web.bind.annotation.RestController;

import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Stream;

/** What the modules' own poms cannot say. A rule that matches nothing fails. */
class ArchitectureTest {

    private static final JavaClasses OURS =
            new ClassFileImporter()
                    .withImportOption(new ImportOption.DoNotIncludeTests())
                    .withImportOption(location -> !location.contains("testkit"))
                    .importPackages("org.refocusrecord");

    private static final String EVENTS = "org.refocusrecord.events..";
    private static final String COMMAND = "org.refocusrecord.command..";
    private static final String QUERY = "org.refocusrecord.query..";
    private static final String FOLD_CASES = ".*\\.(CaseReads|CaseLines|TeamCases|CaseHistory)";
    private static final String[] FRAMEWORKS = {
        "org.springframework..", "org.axonframework..", "org.apache.kafka..", "tools.jackson.."
    };

    @Test
    void events_depend_on_nothing() {
        classes()
                .that()
                .resideInAPackage(EVENTS)
                .should()
                .onlyDependOnClassesThat(resideInAnyPackage(EVENTS, "java..", "org.jspecify.."))
                .check(OURS);
    }

    @Test
    void the_two_sides_never_see_each_other() {
        noClasses()
                .that()
                .resideInAPackage(COMMAND)
                .should()
                .dependOnClassesThat()
                .resideInAPackage(QUERY)
                .check(OURS);
        noClasses()
                .that()
                .resideInAPackage(QUERY)
                .should()
                .dependOnClassesThat()
                .resideInAPackage(COMMAND)
                .check(OURS);
    }

    @Test
    void whoever_reads_has_no_way_to_record() {
        noClasses()
                .that()
                .resideInAPackage(QUERY)
                .should()
                .dependOnClassesThat()
                .areAssignableTo(EventLog.class)
                .orShould()
                .dependOnClassesThat()
                .areAssignableTo(LogStore.class)
                .check(OURS);
    }

    @Test
    void rules_know_no_framework() {
        noClasses()
                .that(
                        resideInAPackage(COMMAND)
                                .and(not(resideInAPackage("..command.door..")))
                                .and(not(nameMatching(".*(Aggregate|Inbox|Config)"))))
                .should()
                .dependOnClassesThat(resideInAnyPackage(FRAMEWORKS))
                .check(OURS);
    }

    @Test
    void every_event_is_a_record_with_a_stored_name() {
        classes()
                .that()
                .areAssignableTo(Event.class)
                .and()
                .areNotInterfaces()
                .should()
                .beRecords()
                .andShould()
                .beAnnotatedWith(EventType.class)
                .check(OURS);
    }

    @Test
    void stored_names_are_unique_per_kind_of_stream() {
        List<String> names =
                OURS.stream()
                        .filter(each -> each.isAssignableTo(Event.class) && !each.isInterface())
                        .flatMap(each -> families(each).map(family -> family + " " + name(each)))
                        .toList();

        assertThat(names).isNotEmpty().doesNotHaveDuplicates();
    }

    @Test
    void a_slice_of_the_command_side_knows_no_other() {
        // The case's own slice runs the others, and the doors lead to all of them.
        slices().matching("org.refocusrecord.command.(*)..")
                .should()
                .notDependOnEachOther()
                .ignoreDependency(
                        resideInAnyPackage("..command.casefile..", "..command.door.."),
                        alwaysTrue())
                .check(OURS);
    }

    @Test
    void views_build_on_each_other_in_one_direction() {
        slices().matching("org.refocusrecord.query.(*)..").should().beFreeOfCycles().check(OURS);
    }

    @Test
    void time_and_chance_come_from_outside() {
        noClasses()
                .that()
                .resideInAnyPackage(EVENTS, COMMAND, QUERY)
                .should()
                .callMethod(Instant.class, "now")
                .orShould()
                .callMethod(LocalDate.class, "now")
                .orShould()
                .callMethod(UUID.class, "randomUUID")
                .check(OURS);
    }

    @Test
    void nobody_opens_a_case_at_a_door_who_does_not_say_what_is_read() {
        // Views and counts, and whoever checks evidence, fold cases for nobody who reads.
        noClasses()
                .that(
                        resideInAPackage(QUERY)
                                .and(not(resideInAPackage("..query.evidence..")))
                                .and(not(nameMatching(FOLD_CASES))))
                .should()
                .callMethod(CaseHistory.class, "of", List.class, ZoneId.class)
                .check(OURS);
    }

    @Test
    void whoever_reads_cases_at_a_door_answers_by_a_sight_that_tells_the_access_log() {
        noClasses()
                .that()
                .resideInAPackage(QUERY)
                .and(dependOn(Asking.class))
                .should()
                .callMethod(ViewPoints.class, "answerOfNobody", Object.class, long.class)
                .check(OURS);
        noClasses()
                .that(
                        resideInAPackage(QUERY)
                                .and(
                                        not(
                                                nameMatching(
                                                        ".*\\.(ViewPoints|StreamScope|Showing|CaseReads)"))))
                .should()
                .callMethod(Showing.class, "ofNobody")
                .check(OURS);
        // It tells of all that it shows in a turn at once.
        classes()
                .that(nameMatching(".*\\.CarePlansController"))
                .should()
                .accessTargetWhere(target(nameMatching("untoldSight")))
                .check(OURS);
        noClasses()
                .that(not(nameMatching(".*\\.CarePlansController")))
                .should()
                .accessTargetWhere(target(nameMatching("untoldSight")))
                .check(OURS);
    }

    @Test
    void lists_of_cases_are_shown_by_whoever_says_so() {
        classes()
                .that(
                        dependOn(Caseload.class)
                                .or(dependOn(TeamNotices.class))
                                .or(dependOn(RetentionList.class)))
                .and()
                .areAnnotatedWith(RestController.class)
                .should()
                .dependOnClassesThat()
                .areAssignableTo(Asking.class)
                .check(OURS);
    }

    private static DescribedPredicate<JavaClass> dependOn(Class<?> type) {
        return describe(
                "depend on " + type.getSimpleName(),
                each ->
                        each.getDirectDependenciesFromSelf().stream()
                                .anyMatch(one -> one.getTargetClass().isEquivalentTo(type)));
    }

    @Test
    void only_followers_send_anything_out_of_the_house() {
        noClasses()
                .that(
                        resideInAPackage(QUERY)
                                .and(not(nameMatching(".*(Follower|Publisher|Config)"))))
                .should()
                .dependOnClassesThat()
                .resideInAnyPackage(
                        "org.apache.kafka..", "java.net.http..", "org.springframework.kafka..")
                .check(OURS);
    }

    @Test
    void what_makes_views_and_rebuilds_them_sends_nothing() {
        noClasses()
                .that()
                .resideInAPackage("org.refocusrecord.query.projection..")
                .should()
                .dependOnClassesThat()
                .resideInAnyPackage(
                        "org.refocusrecord.query.outbox..",
                        "org.apache.kafka..",
                        "org.springframework.kafka..",
                        "java.net..")
                .check(OURS);
    }

    @Test
    void folds_have_no_side_effects() {
        noClasses()
                .that(
                        resideInAPackage(QUERY)
                                .and(nameMatching(".*(Fold|History|Line|Plan|Scores)")))
                .should()
                .dependOnClassesThat()
                .resideInAnyPackage(
                        "java.sql..",
                        "javax.sql..",
                        "java.io..",
                        "java.nio..",
                        "java.net..",
                        "org.springframework..",
                        "org.slf4j..")
                .check(OURS);
    }

    @Test
    void the_state_of_a_case_holds_no_words() {
        Set<JavaClass> held = new HashSet<>();
        hold(OURS.get(CaseState.class), held);

        assertThat(held).hasSizeGreaterThan(5);
        assertThat(held).noneMatch(each -> each.isAssignableTo(Words.class));
        assertThat(held).noneMatch(each -> each.isAssignableTo(Event.class));
    }

    /** All that a class can hold, by its members, and by whatever a member may turn out to be. */
    private static void hold(JavaClass holder, Set<JavaClass> held) {
        if (!holder.getPackageName().startsWith("org.refocusrecord") || !held.add(holder)) {
            return;
        }
        holder.getAllFields().stream()
                .filter(field -> !field.getModifiers().contains(JavaModifier.STATIC))
                .map(JavaField::getType)
                .flatMap(type -> type.getAllInvolvedRawTypes().stream())
                .forEach(type -> hold(type, held));
        holder.getAllSubclasses().forEach(kind -> hold(kind, held));
    }

    private static Stream<String> families(JavaClass event) {
        return event.getAllRawInterfaces().stream()
                .map(JavaClass::getSimpleName)
                .filter(Set.of("CaseEvent", "TeamEvent", "StudyEvent", "LogEvent")::contains);
    }

    private static String name(JavaClass event) {
        EventType type = event.getAnnotationOfType(EventType.class);
        return type.name() + "/" + type.revision();
    }
}
