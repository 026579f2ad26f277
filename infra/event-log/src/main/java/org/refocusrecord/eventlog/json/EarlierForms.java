package org.refocusrecord.eventlog.json;

import org.refocusrecord.events.shape.Vocabulary;

import tools.jackson.databind.JsonNode;

import java.util.Optional;

/** Which payloads are stored in an earlier form than that in which events are read. */
public final class EarlierForms {

    private final Upcasters upcasters;

    /** By the upcasters that the program has. */
    public EarlierForms() {
        this(Upcasters.installed());
    }

    /** By these upcasters. */
    EarlierForms(Upcasters upcasters) {
        this.upcasters = upcasters;
    }

    /** Whether there can be any in a stream. */
    public boolean areIn(String stream) {
        return upcasters.areFor(Vocabulary.ofStream(stream));
    }

    /**
     * What is stored, where it is brought up to date before it is read, or the event that stands
     * within it is; empty for what is read as it stands.
     */
    public Optional<JsonNode> of(String stream, String type, int revision, byte[] payload) {
        Vocabulary vocabulary = Vocabulary.ofStream(stream);
        JsonNode tree = CanonicalJson.tree(payload);
        JsonNode within = tree.path(WrittenPayload.TYPE_WITHIN);
        boolean earlier =
                upcasters.from(vocabulary, type, revision) != null
                        || (within.isString()
                                && upcasters.from(
                                                vocabulary,
                                                within.stringValue(),
                                                tree.path(WrittenPayload.REVISION_WITHIN).asInt())
                                        != null);
        return earlier ? Optional.of(tree) : Optional.empty();
    }
}
