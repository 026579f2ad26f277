package org.refocusrecord.query.evidence;

/** An event with what shows that it stands in the log. */
record Proven(EvidenceEvent event, EvidenceProof proof) {

    /** How it is called in findings. */
    String name() {
        return "event %s (sequence %d)".formatted(event.eventId(), event.sequence());
    }
}
