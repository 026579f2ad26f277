package org.refocusrecord.query.projection;

/** The fold of a newer program. */
class NewerFold extends Watched {

    NewerFold(Projector older) {
        super(older);
    }

    @Override
    public int version() {
        return super.version() + 1;
    }
}
