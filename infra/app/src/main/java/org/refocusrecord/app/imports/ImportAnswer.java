package org.refocusrecord.app.imports;

import tools.jackson.core.JacksonException;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.net.ConnectException;
import java.net.UnknownHostException;
import java.net.http.HttpTimeoutException;
import java.nio.channels.UnresolvedAddressException;
import java.nio.charset.StandardCharsets;
import java.util.function.Consumer;

/**
 * What a server said to a part of an import.
 *
 * @param outcomes of how many of its lines an outcome came
 * @param end why no more came, in words
 */
record ImportAnswer(int outcomes, String end) {

    private static final JsonMapper JSON = JsonMapper.shared();
    private static final String BROKEN_OFF = "its answer broke off";

    /**
     * Hands on outcomes as they come, up to the line that says that the server stopped, or the one
     * that was broken off. What a server says beyond the lines is passed over.
     */
    static ImportAnswer ofOutcomes(InputStream body, int lines, Consumer<JsonNode> each) {
        int outcomes = 0;
        BufferedReader told =
                new BufferedReader(new InputStreamReader(body, StandardCharsets.UTF_8));
        try {
            for (String line = told.readLine(); line != null; line = told.readLine()) {
                JsonNode outcome = json(line);
                if (outcomes == lines || !outcome.isObject()) {
                    break;
                }
                if (outcome.path("outcome").asString("").equals("STOPPED")) {
                    String why = problem(outcome.path("problem"));
                    return new ImportAnswer(outcomes, "it stopped, " + why);
                }
                outcomes++;
                each.accept(outcome);
            }
        } catch (IOException failed) {
            return new ImportAnswer(outcomes, inWords(failed));
        }
        return new ImportAnswer(outcomes, BROKEN_OFF);
    }

    /** None, since the answer was another one. */
    static ImportAnswer ofStatus(int status, InputStream body) throws IOException {
        JsonNode problem = json(new String(body.readAllBytes(), StandardCharsets.UTF_8));
        return new ImportAnswer(0, "it answers %d, %s".formatted(status, problem(problem)));
    }

    /** None, since none came. */
    static ImportAnswer none(IOException failed) {
        return new ImportAnswer(0, inWords(failed));
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
