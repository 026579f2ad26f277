package org.refocusrecord.app.imports;

import tools.jackson.core.JacksonException;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

import java.io.IOException;
import java.net.ConnectException;
import java.net.UnknownHostException;
import java.net.http.HttpTimeoutException;
import java.nio.channels.UnresolvedAddressException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;

/**
 * What a server said to a part of an import.
 *
 * @param outcomes of its lines, in order, as far as they came
 * @param end why no more came, in words
 */
record ImportAnswer(List<JsonNode> outcomes, String end) {

    private static final JsonMapper JSON = JsonMapper.shared();
    private static final String BROKEN_OFF = "its answer broke off";

    /** Up to the line that says that the server stopped, or the one that was broken off. */
    static ImportAnswer ofOutcomes(byte[] body) {
        List<JsonNode> outcomes = new ArrayList<>();
        for (String line : new String(body, StandardCharsets.UTF_8).lines().toList()) {
            JsonNode outcome = json(line);
            if (!outcome.isObject()) {
                break;
            }
            if (outcome.path("outcome").asString("").equals("STOPPED")) {
                return new ImportAnswer(
                        outcomes, "it stopped, " + problem(outcome.path("problem")));
            }
            outcomes.add(outcome);
        }
        return new ImportAnswer(outcomes, BROKEN_OFF);
    }

    /** None, since the answer was another one. */
    static ImportAnswer ofStatus(int status, byte[] body) {
        JsonNode problem = json(new String(body, StandardCharsets.UTF_8));
        return new ImportAnswer(List.of(), "it answers %d, %s".formatted(status, problem(problem)));
    }

    /** None, since none came. */
    static ImportAnswer none(IOException failed) {
        return new ImportAnswer(List.of(), inWords(failed));
    }

    /** The outcomes of so many lines: a server that says more says it of none of them. */
    List<JsonNode> outcomes(int lines) {
        return outcomes.subList(0, Math.min(lines, outcomes.size()));
    }

    private static String problem(JsonNode problem) {
        String code = problem.path("code").asString("");
        return code.isEmpty()
                ? "and does not say why"
                : "%s (%s)".formatted(code, problem.path("title").asString("without a title"));
    }

    /** What Java's client throws often has no message, or one that speaks of its own insides. */
    private static String inWords(IOException failed) {
        if (failed instanceof HttpTimeoutException) {
            return "no answer came in time";
        }
        if (failed instanceof ConnectException) {
            return isBeneath(failed, UnresolvedAddressException.class)
                            || isBeneath(failed, UnknownHostException.class)
                    ? "the name of its machine is not known"
                    : "no connection to it can be made";
        }
        String message = failed.getMessage();
        return "the connection was cut"
                + (message == null || message.isBlank() ? "" : " (%s)".formatted(message));
    }

    private static boolean isBeneath(Throwable thrown, Class<? extends Throwable> kind) {
        for (Throwable cause = thrown; cause != null; cause = cause.getCause()) {
            if (kind.isInstance(cause)) {
                return true;
            }
        }
        return false;
    }

    private static JsonNode json(String text) {
        try {
            return JSON.readTree(text);
        } catch (JacksonException none) {
            return JSON.getNodeFactory().missingNode();
        }
    }
}
