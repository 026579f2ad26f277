package org.refocusrecord.command.door;

import jakarta.servlet.http.HttpServletRequest;

import org.refocusrecord.events.StudyId;
import org.refocusrecord.security.Caller;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;

/** Commands about a study. */
@RestController
@RequestMapping("/api/v1/studies")
public final class StudyController {

    /** Only these, so that a post to what is there to be read is told so. */
    private static final String WHAT = "participants|definitions|corrections";

    private final LedgerPosts posts;
    private final StudyDoor studies;

    /** Through these doors. */
    public StudyController(LedgerPosts posts, StateDoor states, Elsewhere elsewhere) {
        this.posts = posts;
        this.studies = new StudyDoor(states, elsewhere);
    }

    /** Registers a study. */
    @PostMapping
    public ResponseEntity<Object> register(Caller caller, HttpServletRequest request) {
        return posts.register(studies, Post.STUDY, caller, request);
    }

    /** Records a consent, a definition or a correction. */
    @PostMapping("/{id}/{what:" + WHAT + "}")
    public ResponseEntity<Object> command(
            @PathVariable String id,
            @PathVariable String what,
            Caller caller,
            HttpServletRequest request) {
        return posts.command(studies, Post.at("studies", what), id, caller, request);
    }

    ResponseEntity<Object> register(Caller caller, Received received) {
        return posts.register(studies, caller, received);
    }

    ResponseEntity<Object> command(Post post, StudyId id, Caller caller, Received received) {
        return posts.command(studies, post, id, caller, received);
    }
}
