package org.refocusrecord.command.door;

import static org.refocusrecord.web.problem.ProblemCode.ACCEPTANCE_NOT_OWN_ACT;
import static org.refocusrecord.web.problem.ProblemCode.APPROVAL_SAME_PERSON;
import static org.refocusrecord.web.problem.ProblemCode.ATTAINMENT_NOT_OWN;
import static org.refocusrecord.web.problem.ProblemCode.CASE_UNKNOWN;
import static org.refocusrecord.web.problem.ProblemCode.COMMAND_CONTENT_DIFFERS;
import static org.refocusrecord.web.problem.ProblemCode.CONTRACT_NEEDS_BOTH;
import static org.refocusrecord.web.problem.ProblemCode.DISAGREEMENT_UNKNOWN;
import static org.refocusrecord.web.problem.ProblemCode.ENTRY_IN_ERROR;
import static org.refocusrecord.web.problem.ProblemCode.ENTRY_OTHERS_REST_ON_IT;
import static org.refocusrecord.web.problem.ProblemCode.ERASURE_UNKNOWN;
import static org.refocusrecord.web.problem.ProblemCode.ID_TAKEN;
import static org.refocusrecord.web.problem.ProblemCode.LATE_REASON_MISSING;
import static org.refocusrecord.web.problem.ProblemCode.LOG_BUSY;
import static org.refocusrecord.web.problem.ProblemCode.LOG_NOT_REACHABLE;
import static org.refocusrecord.web.problem.ProblemCode.MEASURE_NEEDS_GOAL;
import static org.refocusrecord.web.problem.ProblemCode.OWN_ENTRY_ANOTHER_PERSON;
import static org.refocusrecord.web.problem.ProblemCode.PARTY_AMBIGUOUS;
import static org.refocusrecord.web.problem.ProblemCode.PARTY_ID_MISSING;
import static org.refocusrecord.web.problem.ProblemCode.PARTY_TWICE;
import static org.refocusrecord.web.problem.ProblemCode.PARTY_UNKNOWN;
import static org.refocusrecord.web.problem.ProblemCode.QUERY_NOT_READABLE;
import static org.refocusrecord.web.problem.ProblemCode.QUERY_UNKNOWN;
import static org.refocusrecord.web.problem.ProblemCode.RECORDED_BY_NOT_YOU;
import static org.refocusrecord.web.problem.ProblemCode.REFERENCE_UNKNOWN;
import static org.refocusrecord.web.problem.ProblemCode.REFERENCE_WRONG_KIND;
import static org.refocusrecord.web.problem.ProblemCode.REPLACEMENT_NOT_THE_SAME;
import static org.refocusrecord.web.problem.ProblemCode.SESSION_CONTENT_DIFFERS;
import static org.refocusrecord.web.problem.ProblemCode.STUDY_UNKNOWN;
import static org.refocusrecord.web.problem.ProblemCode.TEAM_UNKNOWN;
import static org.refocusrecord.web.problem.ProblemCode.TIME_BEFORE_REFERENCE;
import static org.refocusrecord.web.problem.ProblemCode.TRUST_NOT_YOURS;
import static org.refocusrecord.web.problem.ProblemCode.VERSION_STALE;
import static org.refocusrecord.web.problem.ProblemCode.WORDS_ERASED;
import static org.refocusrecord.web.problem.ProblemCode.WORDS_NOT_YOURS;

import org.refocusrecord.web.problem.ProblemCode;

import java.util.EnumSet;
import java.util.Set;

/** The reasons for which a post may be refused, beside those of all requests with a body. */
final class PostProblems {

    private static final Set<ProblemCode> OF_ALL =
            EnumSet.of(
                    QUERY_UNKNOWN,
                    QUERY_NOT_READABLE,
                    RECORDED_BY_NOT_YOU,
                    COMMAND_CONTENT_DIFFERS,
                    ID_TAKEN,
                    WORDS_ERASED,
                    VERSION_STALE,
                    PARTY_UNKNOWN,
                    PARTY_ID_MISSING,
                    PARTY_TWICE,
                    LOG_BUSY,
                    LOG_NOT_REACHABLE);

    private static final Set<ProblemCode> OF_ENTRIES =
            EnumSet.of(
                    REFERENCE_UNKNOWN,
                    REFERENCE_WRONG_KIND,
                    TIME_BEFORE_REFERENCE,
                    PARTY_AMBIGUOUS,
                    CONTRACT_NEEDS_BOTH,
                    ACCEPTANCE_NOT_OWN_ACT,
                    ATTAINMENT_NOT_OWN,
                    MEASURE_NEEDS_GOAL,
                    OWN_ENTRY_ANOTHER_PERSON);

    private static final Set<ProblemCode> OF_CORRECTIONS =
            EnumSet.of(
                    REFERENCE_UNKNOWN,
                    REFERENCE_WRONG_KIND,
                    ENTRY_IN_ERROR,
                    REPLACEMENT_NOT_THE_SAME);

    private PostProblems() {}

    static ProblemCode[] of(Post post) {
        Set<ProblemCode> codes = EnumSet.copyOf(OF_ALL);
        codes.addAll(
                switch (post) {
                    case SESSION -> {
                        codes.remove(COMMAND_CONTENT_DIFFERS);
                        yield joined(
                                OF_ENTRIES,
                                CASE_UNKNOWN,
                                SESSION_CONTENT_DIFFERS,
                                LATE_REASON_MISSING);
                    }
                    case OWN_ENTRIES -> joined(OF_ENTRIES, CASE_UNKNOWN);
                    case CASE -> EnumSet.of(TRUST_NOT_YOURS, REFERENCE_UNKNOWN);
                    case CARE_COORDINATOR, CLOSURE, REOPENING, DEATH, CRISIS_PLAN ->
                            EnumSet.of(CASE_UNKNOWN);
                    case TRANSFER -> EnumSet.of(CASE_UNKNOWN, REFERENCE_UNKNOWN);
                    case CORRECTION ->
                            joined(
                                    joined(OF_CORRECTIONS, OF_ENTRIES.toArray(ProblemCode[]::new)),
                                    CASE_UNKNOWN,
                                    WORDS_NOT_YOURS,
                                    ENTRY_OTHERS_REST_ON_IT);
                    case DISAGREEMENT -> EnumSet.of(CASE_UNKNOWN, REFERENCE_UNKNOWN);
                    case REPLY -> EnumSet.of(CASE_UNKNOWN, DISAGREEMENT_UNKNOWN);
                    case ERASURE -> EnumSet.of(CASE_UNKNOWN, REFERENCE_UNKNOWN);
                    case ERASURE_APPROVAL ->
                            EnumSet.of(CASE_UNKNOWN, ERASURE_UNKNOWN, APPROVAL_SAME_PERSON);
                    case TEAM -> EnumSet.of(TRUST_NOT_YOURS);
                    case TEAM_STAFF,
                            IMPLEMENTATION_SESSION,
                            PARTNERSHIP_PROJECT,
                            TEAM_MEASURE,
                            DATA_GAP ->
                            EnumSet.of(TEAM_UNKNOWN);
                    case ALLOCATION -> EnumSet.of(TEAM_UNKNOWN, REFERENCE_UNKNOWN);
                    case TEAM_CORRECTION -> joined(OF_CORRECTIONS, TEAM_UNKNOWN);
                    case STUDY -> EnumSet.noneOf(ProblemCode.class);
                    case CONSENT -> EnumSet.of(STUDY_UNKNOWN, REFERENCE_UNKNOWN);
                    case DEFINITION -> EnumSet.of(STUDY_UNKNOWN);
                    case STUDY_CORRECTION -> joined(OF_CORRECTIONS, STUDY_UNKNOWN);
                });
        return codes.toArray(ProblemCode[]::new);
    }

    private static Set<ProblemCode> joined(Set<ProblemCode> some, ProblemCode... more) {
        Set<ProblemCode> all = EnumSet.copyOf(some);
        all.addAll(Set.of(more));
        return all;
    }
}
