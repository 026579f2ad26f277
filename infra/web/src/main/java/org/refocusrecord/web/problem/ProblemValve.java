package org.refocusrecord.web.problem;

import org.apache.catalina.connector.Request;
import org.apache.catalina.connector.Response;
import org.apache.catalina.valves.ErrorReportValve;
import org.jspecify.annotations.Nullable;

import java.io.IOException;

/**
 * Answers what Tomcat refuses before any application sees it, such as a path that is no path: as a
 * problem, not as Tomcat's HTML page.
 */
public final class ProblemValve extends ErrorReportValve {

    @Override
    protected void report(Request request, Response response, @Nullable Throwable thrown) {
        int status = response.getStatus();
        if (status < 400 || response.getContentWritten() > 0 || !response.setErrorReported()) {
            return;
        }
        Problem known = Problems.ofStatus(status);
        try {
            ProblemAnswer.write(response, known == null ? unknown(status) : known);
        } catch (IOException clientIsGone) {
            container.getLogger().debug("the client is gone", clientIsGone);
        }
    }

    private static Problem unknown(int status) {
        return status < 500 ? Problems.NO_REQUEST : Problems.faultOfStatus(status);
    }
}
