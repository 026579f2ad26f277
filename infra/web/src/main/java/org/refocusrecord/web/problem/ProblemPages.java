package org.refocusrecord.web.problem;

import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RestController;
import org.springframework.web.util.HtmlUtils;

import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.stream.Collectors;

/** A page for every problem code, so that the {@code type} of a problem can be read. */
@RestController
public final class ProblemPages {

    private static final MediaType HTML = new MediaType("text", "html", StandardCharsets.UTF_8);

    /** All codes, by status. */
    @GetMapping({"/problems", "/problems/"})
    public ResponseEntity<String> all() {
        String rows =
                Arrays.stream(ProblemCode.values())
                        .map(ProblemPages::row)
                        .collect(Collectors.joining("\n"));
        return page("Problems", "<table>\n" + rows + "\n</table>");
    }

    /** One code. */
    @GetMapping("/problems/{code}")
    public ResponseEntity<String> one(@PathVariable String code) {
        if (!ProblemCode.isCode(code)) {
            throw new ProblemException(ProblemCode.PATH_UNKNOWN);
        }
        ProblemCode problem = ProblemCode.of(code);
        return page(
                problem.title(),
                "<p><code>%s</code>, HTTP status %d</p>\n<p>%s</p>\n<p><a href=\"/problems\">All problems</a></p>"
                        .formatted(
                                problem.code(),
                                problem.status(),
                                HtmlUtils.htmlEscape(problem.advice())));
    }

    private static String row(ProblemCode problem) {
        return "<tr><td>%d</td><td><a href=\"/problems/%s\">%s</a></td><td>%s</td></tr>"
                .formatted(
                        problem.status(),
                        problem.code(),
                        problem.code(),
                        HtmlUtils.htmlEscape(problem.title()));
    }

    private static ResponseEntity<String> page(String title, String body) {
        String escaped = HtmlUtils.htmlEscape(title);
        return ResponseEntity.ok()
                .contentType(HTML)
                .body(
                        """
                        <!DOCTYPE html>
                        <html lang="en">
                        <head><meta charset="utf-8"><title>%s</title></head>
                        <body>
                        <h1>%s</h1>
                        %s
                        </body>
                        </html>
                        """
                                .formatted(escaped, escaped, body));
    }
}
