package org.refocusrecord.web.reading;

import org.refocusrecord.web.json.JsonBody;
import org.refocusrecord.web.json.StrictJson;
import org.refocusrecord.web.problem.Fault;
import org.refocusrecord.web.problem.ProblemException;
import org.refocusrecord.web.reading.Reading.NotReadable;
import org.refocusrecord.web.reading.Reading.Read;

import tools.jackson.databind.JsonNode;

import java.time.Instant;
import java.time.ZoneId;
import java.util.List;
import java.util.function.Supplier;

/** Bodies and readings that the tests share. Nobody in them exists. */
final class Bodies {

    static final Instant NOW = Instant.parse("2012-03-20T12:00:00Z");
    static final ReadingContext CONTEXT = ReadingContext.at(NOW, ZoneId.of("Europe/London"));
    static final ShapeReader READER = new ShapeReader(JsonNode::toString);
    static final String STAFF = id(3);

    private Bodies() {}

    static String id(int number) {
        return "00000000-0000-4000-8000-%012d".formatted(number);
    }

    static String session(String entries) {
        return session("2012-03-14T10:00:00Z", entries);
    }

    static String session(String occurredAt, String entries) {
        return """
        {"sessionId": "%s", "caseId": "%s", "occurredAt": "%s",
         "participants": [{"party": "SERVICE_USER"}, {"party": "STAFF", "id": "%s"}],
         "recordedBy": {"party": "STAFF", "id": "%s"},
         "entries": [%s]}\
        """
                .formatted(id(1), id(2), occurredAt, STAFF, STAFF, entries);
    }

    static String valueTold(String more) {
        return """
        {"entryId": "%s", "kind": "VALUE_TOLD", "valueId": "%s"%s}\
        """
                .formatted(id(10), id(11), more);
    }

    static JsonBody body(String json) {
        return StrictJson.parse(json);
    }

    static <T> T read(Reading<T> reading) {
        return switch (reading) {
            case Read<T>(T value) -> value;
            case NotReadable<T>(List<Fault> faults) -> throw new AssertionError(told(faults));
        };
    }

    static List<String> faults(Reading<?> reading) {
        return switch (reading) {
            case Read<?>(Object value) -> throw new AssertionError("was read: " + value);
            case NotReadable<?>(List<Fault> faults) -> told(faults);
        };
    }

    static List<String> faultsOfSession(String json) {
        return faults(READER.session(body(json), CONTEXT));
    }

    static List<String> faultsOfEntry(String json) {
        return faultsOfSession(session(json));
    }

    static List<String> thrown(Supplier<?> call) {
        try {
            throw new AssertionError("was read: " + call.get());
        } catch (ProblemException refused) {
            return told(refused.problem().errors());
        }
    }

    private static List<String> told(List<Fault> faults) {
        return faults.stream().map(fault -> fault.pointer() + " " + fault.code().code()).toList();
    }
}
