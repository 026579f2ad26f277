package org.refocusrecord.web.problem;

import jakarta.servlet.RequestDispatcher;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;

import org.springframework.boot.webmvc.error.ErrorController;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;

import java.io.IOException;

/** Answers what failed outside every controller: in a filter, or by the container's own word. */
@RestController
public final class ProblemErrorController implements ErrorController {

    private final Problems problems;

    /** With the rules of what is which problem. */
    public ProblemErrorController(Problems problems) {
        this.problems = problems;
    }

    /** The container's error page. Asked for directly it is a path like any that is not there. */
    @RequestMapping("${spring.web.error.path:/error}")
    public void answer(HttpServletRequest request, HttpServletResponse response)
            throws IOException {
        if (response.isCommitted()) {
            // Half an answer is out, and what became of it was said: nothing is to follow it.
            return;
        }
        Object thrown = request.getAttribute(RequestDispatcher.ERROR_EXCEPTION);
        Object status = request.getAttribute(RequestDispatcher.ERROR_STATUS_CODE);
        ProblemAnswer.write(response, problem(thrown, status));
    }

    private Problem problem(Object thrown, Object status) {
        if (thrown instanceof ServletException wrapped && wrapped.getRootCause() != null) {
            return problems.of(wrapped.getRootCause());
        }
        if (thrown instanceof Throwable throwable) {
            return problems.of(throwable);
        }
        if (!(status instanceof Integer code)) {
            return Problem.of(ProblemCode.PATH_UNKNOWN);
        }
        Problem problem = Problems.ofStatus(code);
        return problem == null ? Problems.faultOfStatus(code) : problem;
    }
}
