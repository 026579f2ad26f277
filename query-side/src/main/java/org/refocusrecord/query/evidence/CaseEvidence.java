package org.refocusrecord.query.evidence;

import org.jspecify.annotations.Nullable;
import org.refocusrecord.eventlog.LogReads;
import org.refocusrecord.eventlog.RecordedEvent;
import org.refocusrecord.eventlog.Texts;
import org.refocusrecord.eventlog.seal.Sealed;
import org.refocusrecord.eventlog.seal.SignedCheckpoint;
import org.refocusrecord.eventlog.store.LeafText;
import org.refocusrecord.eventlog.store.StoredRow;
import org.refocusrecord.eventlog.words.Disclosure;
import org.refocusrecord.events.AnyId;
import org.refocusrecord.events.Event;
import org.refocusrecord.events.EventId;
import org.refocusrecord.events.Words;
import org.refocusrecord.events.correction.EntryAmended;
import org.refocusrecord.events.correction.WordsErased;
import org.refocusrecord.events.log.HeadsNoted;
import org.refocusrecord.events.rating.RelationshipRated;
import org.refocusrecord.events.shape.Spoken;
import org.refocusrecord.query.door.CaseReads;
import org.refocusrecord.query.door.CaseReads.OpenCase;
import org.refocusrecord.query.door.Sight;
import org.refocusrecord.query.history.CaseHistory;

import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.OptionalLong;
import java.util.Set;

/**
 * Evidence of one case up to the head that the log has noted of it, for one reader. Events, plan
 * and texts are of the same events, and are shown by what was said of them up to there. Rows are
 * read and written page by page; what stands in memory is the case, as for every read of it.
 */
final class CaseEvidence {

    private static final int PAGE = 500;

    private final LogReads log;
    private final Sealed sealed;
    private final OpenCase open;
    private final SignedCheckpoint checkpoint;
    private final Sealed.Heads heads;
    private final Texts texts;
    private final Sight sight;

    /**
     * Of a case that is open for a reader.
     *
     * @param covered the head of the case, to which it is open at least
     */
    CaseEvidence(
            LogReads log, Sealed sealed, CaseReads cases, OpenCase open, Sealed.Covered covered) {
        this.log = log;
        this.sealed = sealed;
        this.checkpoint = covered.checkpoint();
        this.heads = covered.heads();
        this.open = cases.upTo(open, heads.head().sequence());
        // Fetched once: what is forgotten while it is written must not be in one part of it alone.
        this.texts = log.texts(this.open.stream().stream().map(RecordedEvent::eventId).toList());
        this.sight = cases.sight(this.open, texts);
    }

    /**
     * Where the last erasure stands that was recorded behind the head, if one was. It may have
     * taken texts out of this evidence, in which nothing says so then.
     */
    OptionalLong erasedBehind() {
        // Looked for after the keys were fetched: an erasure that took one of them is recorded.
        return log.stream(heads.head().stream(), heads.head().sequence())
                .filter(recorded -> recorded.event() instanceof WordsErased)
                .mapToLong(RecordedEvent::position)
                .max();
    }

    /** Up to which position it goes. */
    long position() {
        return heads.position();
    }

    /** What its reader sees of it. */
    Sight sight() {
        return sight;
    }

    /** The case that it is evidence of, as it stood then. */
    CaseHistory history() {
        return open.history();
    }

    void events(OutputStream out) throws IOException {
        Set<EventId> hidden = hidden();
        for (List<StoredRow> page = page(-1); !page.isEmpty(); page = page(last(page))) {
            for (StoredRow row : page) {
                boolean shown = !hidden.contains(new EventId(row.eventId()));
                EvidenceZip.line(out, line(row, shown));
            }
        }
    }

    private List<StoredRow> page(long after) {
        long left = heads.head().sequence() - after;
        return left <= 0
                ? List.of()
                : log.stored(heads.head().stream(), after, (int) Math.min(PAGE, left));
    }

    private static long last(List<StoredRow> page) {
        return page.getLast().sequence();
    }

    private static byte[] line(StoredRow row, boolean shown) {
        String payload = shown ? new String(row.payload(), StandardCharsets.UTF_8) : null;
        return EvidenceEvent.line(LeafText.leaf(row), payload);
    }

    /** The events whose answers this reader may not see. */
    private Set<EventId> hidden() {
        Set<EventId> hidden = new HashSet<>();
        for (RecordedEvent recorded : open.stream()) {
            if (rating(recorded.event()) instanceof RelationshipRated rated
                    && !sight.showsRating(new AnyId(rated.entryId().value()))) {
                hidden.add(recorded.eventId());
            }
        }
        return hidden;
    }

    private static @Nullable Event rating(Event event) {
        return event instanceof EntryAmended amended ? amended.replacement() : event;
    }

    void proofs(OutputStream out) throws IOException {
        for (List<StoredRow> page = page(-1); !page.isEmpty(); page = page(last(page))) {
            List<List<byte[]>> paths =
                    sealed.inclusions(
                            page.stream().map(StoredRow::position).toList(), checkpoint.size());
            for (int index = 0; index < page.size(); index++) {
                String line = proof(page.get(index), paths.get(index)).line();
                EvidenceZip.line(out, line.getBytes(StandardCharsets.UTF_8));
            }
        }
    }

    private static EvidenceProof proof(StoredRow row, List<byte[]> path) {
        return new EvidenceProof(row.eventId().toString(), row.position(), row.leafHash(), path);
    }

    void heads(OutputStream out, ZoneId zone) throws IOException {
        StoredRow row = log.storedAt(heads.notedAt());
        EvidenceEvent noted =
                EvidenceEvent.of(
                        EvidenceJson.parse(line(row, true), HeadsNoted.STREAM), HeadsNoted.STREAM);
        EvidenceProof proof = proof(row, sealed.inclusion(row.position(), checkpoint.size()));
        out.write(
                new EvidenceHeads(heads.head(), heads.position(), heads.path(), zone, noted, proof)
                        .json(line(row, true)));
    }

    String checkpoint() {
        return checkpoint.note();
    }

    void disclosures(OutputStream out) throws IOException {
        for (Disclosure disclosure : disclosures()) {
            EvidenceZip.line(out, EvidenceDisclosures.line(disclosure));
        }
    }

    private List<Disclosure> disclosures() {
        List<Disclosure> disclosures = new ArrayList<>();
        for (RecordedEvent event : open.stream()) {
            for (Spoken.At said : Spoken.in(event.event())) {
                if (said.words() instanceof Words.Kept kept && sight.of(kept).text() != null) {
                    texts.open(kept)
                            .map(opened ->
                                    new Disclosure(
                                            kept.eventId(), kept.n(), opened.salt(), opened.text()))
                            .ifPresent(disclosures::add);
                }
            }
        }
        return disclosures;
    }
}
