package org.refocusrecord.web.reading;

import org.jspecify.annotations.Nullable;
import org.refocusrecord.events.Answers;
import org.refocusrecord.events.rating.Instruments;
import org.refocusrecord.events.rating.Instruments.Instrument;
import org.refocusrecord.events.rating.MeasureAnswered;
import org.refocusrecord.web.json.JsonPlace;
import org.refocusrecord.web.problem.ProblemCode;

import tools.jackson.databind.JsonNode;

import java.util.List;
import java.util.Set;

/**
 * Finds the instrument that is named beside answers: {@code instrument} or {@code measure}, and
 * {@code version}, left out for the first one.
 */
final class Questions {

    private static final Set<String> RATED_OF_A_WORKER = Set.of("INSPIRE", "BRIEF_INSPIRE");

    private final Faults faults;
    private final AnswerSheets sheets;

    Questions(ReadingContext context, Faults faults) {
        this.faults = faults;
        this.sheets = new AnswerSheets(context, faults);
    }

    @Nullable Answers answers(JsonPlace at, JsonNode node, Values.Holder holder) {
        String code = code(holder);
        if (code == null) {
            return sheets.answers(at, node, false, null);
        }
        boolean open = Instruments.versions(code).isEmpty();
        Instrument instrument = open ? null : instrument(code, holder.node());
        return sheets.answers(at, node, open || instrument != null, instrument);
    }

    /** Checks that the instrument and its version are known; where they stand. */
    void check(JsonPlace at, Values.Holder holder) {
        String name = name(holder);
        if (name == null || !holder.node().path(name).isString()) {
            return;
        }
        String code = code(holder);
        if (code == null) {
            if (name.equals("measure")) {
                faults.add(
                        at.member(name),
                        ProblemCode.VALUE_NOT_ALLOWED,
                        "There is no such measure.");
            }
        } else if (!Instruments.versions(code).isEmpty()
                && !Persons.isAbsent(holder.node().path("version"))
                && instrument(code, holder.node()) == null) {
            faults.add(
                    at.member("version"),
                    ProblemCode.VALUE_NOT_ALLOWED,
                    "One of "
                            + Instruments.versions(code).stream().map(Instrument::version).toList()
                            + ".");
        }
    }

    /** The version that is meant where none was sent. */
    static @Nullable String version(Values.Holder holder) {
        String code = code(holder);
        List<Instrument> versions = code == null ? List.of() : Instruments.versions(code);
        return versions.isEmpty() ? null : versions.getFirst().version();
    }

    private static @Nullable String name(Values.Holder holder) {
        if (holder.shape().member("answers") == null) {
            return null;
        }
        return holder.shape().member("measure") == null ? "instrument" : "measure";
    }

    private static @Nullable String code(Values.Holder holder) {
        String name = name(holder);
        JsonNode code = name == null ? null : holder.node().path(name);
        if (code == null || !code.isString() || !Instruments.isKnown(code.stringValue())) {
            return null;
        }
        boolean personsMeasure = holder.shape().type() == MeasureAnswered.class;
        return personsMeasure && RATED_OF_A_WORKER.contains(code.stringValue())
                ? null
                : code.stringValue();
    }

    private static @Nullable Instrument instrument(String code, JsonNode holder) {
        JsonNode version = holder.path("version");
        if (Persons.isAbsent(version)) {
            return Instruments.versions(code).getFirst();
        }
        return version.isString() ? Instruments.find(code, version.stringValue()) : null;
    }
}
