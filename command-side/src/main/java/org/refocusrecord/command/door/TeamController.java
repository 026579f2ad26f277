package org.refocusrecord.command.door;

import jakarta.servlet.http.HttpServletRequest;

import org.refocusrecord.events.TeamId;
import org.refocusrecord.security.Caller;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;

/** Commands about a team. */
@RestController
@RequestMapping("/api/v1/teams")
public final class TeamController {

    /** Only these, so that a post to what is there to be read is told so. */
    private static final String WHAT =
            "staff|allocation|implementation-sessions|partnership-project|measures|data-gaps|corrections";

    private final LedgerPosts posts;
    private final TeamDoor teams;

    /** Through these doors. */
    public TeamController(LedgerPosts posts, StateDoor states, Elsewhere elsewhere) {
        this.posts = posts;
        this.teams = new TeamDoor(states, elsewhere);
    }

    /** Registers a team. */
    @PostMapping
    public ResponseEntity<Object> register(Caller caller, HttpServletRequest request) {
        return posts.register(teams, Post.TEAM, caller, request);
    }

    /** Records a fact about a team, or corrects one. */
    @PostMapping("/{id}/{what:" + WHAT + "}")
    public ResponseEntity<Object> command(
            @PathVariable String id,
            @PathVariable String what,
            Caller caller,
            HttpServletRequest request) {
        return posts.command(teams, Post.at("teams", what), id, caller, request);
    }

    ResponseEntity<Object> register(Caller caller, Received received) {
        return posts.register(teams, caller, received);
    }

    ResponseEntity<Object> command(Post post, TeamId id, Caller caller, Received received) {
        return posts.command(teams, post, id, caller, received);
    }
}
