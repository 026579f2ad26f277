package org.refocusrecord.web.problem;

/**
 * One thing that is wrong with a request.
 *
 * @param pointer a JSON pointer into the body, or the name of a query parameter or header after a
 *     slash
 * @param code the reason
 * @param message what is wrong, for people; never what was sent
 */
public record Fault(String pointer, ProblemCode code, String message) {

    /** A fault whose message is the title of its code. */
    public static Fault at(String pointer, ProblemCode code) {
        return new Fault(pointer, code, code.title() + ".");
    }
}
