package org.refocusrecord.events;

/** Whose wording a text is in. */
public enum Wording {
    VERBATIM,
    WRITTEN_BY_THEM,
    PARAPHRASE,
    TRANSLATED
}
