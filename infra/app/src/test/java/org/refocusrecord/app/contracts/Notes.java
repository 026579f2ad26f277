package org.refocusrecord.app.contracts;

/** What no schema says. */
final class Notes {

    static final String ALL =
            """
            What goes over the topics of a case record for recovery-oriented mental health care. The guide is \
            docs/kafka.md; this document is generated.

            What comes in is read to the letter: of members that are not here none may be sent (null is the same as \
            absent), and a later release takes whatever this one takes. What goes out may have more in a later release: \
            members that are not here, messages of types that are not here, and codes that are not in a list called \
            x-extensible-enum. Whoever reads passes over what he does not know. A list called enum does not grow, and \
            what is required stays. Whatever else changes has another topic, or another revision of an event.\
            """;

    static final String SESSIONS =
            """
            Sessions of clinical systems. The key is the caseId, and sessions of one key are recorded in the order in \
            which they were sent. A record whose session was recorded before, by whatever door, is a repeat. What counts \
            as late is told by the record's own time. A session is at most one mebibyte.\
            """;

    static final String OUTCOMES =
            """
            What became of each session, under the key of its record and with its correlation id. There is at least one \
            outcome a record; all receipts of one session are equal.\
            """;

    static final String DEAD_LETTERS =
            """
            Records that could not be read, as they came. An operator looks at them and sends them again. What was \
            refused by a rule is not here.\
            """;

    static final String EVENTS =
            """
            Every event of a case, team or study, as a CloudEvent in binary mode. Those of one key come in the order of \
            ce_position, at least once: whoever keeps what is derived passes over what is not above the highest position \
            that he has seen of that key. An event keeps for ever the form in which it was recorded, so earlier \
            revisions come beside later ones. Corrections are named alike for cases, teams and studies; ce_subject tells \
            them apart.\
            """;

    private Notes() {}
}
