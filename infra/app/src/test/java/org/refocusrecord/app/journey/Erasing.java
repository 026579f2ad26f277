package org.refocusrecord.app.journey;

import org.refocusrecord.security.Role;
import org.refocusrecord.security.TokenRequest;

/** How two administrators have words of a case erased. */
final class Erasing {

    private final Story story;
    private final String second;

    Erasing(Story story) {
        this.story = story;
        this.second = administrator("second");
    }

    /** What is asked about the words of an entry, a session or a command. */
    static Body ofEntry(String target) {
        return Body.of(
                "commandId", Story.id(),
                "scope", "ENTRY",
                "target", target,
                "grounds", "WRONG_PERSON",
                "authority", "IG-2011/7");
    }

    /** What is asked about all words of a case. */
    static Body ofTheCase() {
        return ofEntry("").without("target").with("scope", "CASE");
    }

    static Body approval() {
        return Body.of("commandId", Story.id());
    }

    /** Another than the one who asks. */
    String second() {
        return second;
    }

    String administrator(String account) {
        return story.service.token(TokenRequest.of(Role.ADMIN).trust(story.trust).subject(account));
    }

    Body asked(Body erasure) {
        story.command("erasures", erasure, story.admin).recorded();
        return erasure;
    }

    Answer approve(Body erasure, Body approval, String token) {
        return story.command(
                "erasures/" + erasure.text("commandId") + "/approval", approval, token);
    }

    void approved(Body erasure) {
        approve(erasure, approval(), second).recorded();
    }

    void erased(Body erasure) {
        approved(asked(erasure));
    }
}
