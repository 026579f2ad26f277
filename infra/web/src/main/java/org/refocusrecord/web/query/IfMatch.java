package org.refocusrecord.web.query;

import jakarta.servlet.http.HttpServletRequest;

import org.jspecify.annotations.Nullable;
import org.refocusrecord.web.problem.Fault;
import org.refocusrecord.web.problem.ProblemCode;
import org.refocusrecord.web.problem.ProblemException;
import org.springframework.http.HttpHeaders;

import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Reads the version that a caller believes a case to have. */
public final class IfMatch {

    private static final Pattern VERSION = Pattern.compile("\"(\\d{1,18})\"");

    private IfMatch() {}

    /** The version of the ETag sent, or null where any will do. */
    public static @Nullable Long version(HttpServletRequest request) {
        String sent = request.getHeader(HttpHeaders.IF_MATCH);
        if (sent == null || sent.strip().equals("*")) {
            return null;
        }
        Matcher version = VERSION.matcher(sent.strip());
        if (!version.matches()) {
            throw new ProblemException(
                    new Fault(
                            "/If-Match",
                            ProblemCode.VALUE_NOT_ALLOWED,
                            "One ETag as it was given, such as \"17\"."));
        }
        return Long.valueOf(version.group(1));
    }

    /** The ETag of a version. */
    public static String etag(long version) {
        return "\"" + version + "\"";
    }
}
