package org.refocusrecord.query.projection;

import java.io.Serial;

/** A view has not come as far as was asked for; asking again a moment later helps. */
public final class ViewBehind extends RuntimeException {

    @Serial private static final long serialVersionUID = 1L;

    private final long position;

    ViewBehind(long asked, long position) {
        super("asked for position " + asked + ", come to " + position, null, false, false);
        this.position = position;
    }

    /** How far it has come. */
    public long position() {
        return position;
    }
}
