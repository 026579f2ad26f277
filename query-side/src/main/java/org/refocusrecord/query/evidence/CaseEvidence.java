package org.refocusrecord.query.evidence;

import org.jspecify.annotations.Nullable;
import org.refocusrecord.eventlog.LogReads;
import org.refocusrecord.eventlog.RecordedEvent;
import org.refocusrecord.eventlog.Texts;
import org.refocusrecord.eventlog.seal.Sealed;
import org.refocusrecord.eventlog.seal.Sealer;
import org.refocusrecord.eventlog.seal.SignedCheckpoint;
import org.refocusrecord.eventlog.store.LeafText;
import org.refocusrecord.eventlog.store.StoredRow;
import org.refocusrecord.eventlog.words.Disclosure;
import org.refocusrecord.events.AnyId;
import org.refocusrecord.events.Event;
import org.refocusrecord.events.EventId;
import org.refocusrecord.events.Words;
import org.refocusrecord.events.correction.EntryAmended;
import org.refocusrecord.events.log.HeadsNoted;
import org.refocusrecord.events.rating.RelationshipRated;
import org.refocusrecord.events.shape.Spoken;
import org.refocusrecord.query.door.CaseReads.OpenCase;
import org.refocusrecord.query.door.Sight;

import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/**
 * Evidence of one case up to where the log noted its last event, for one reader. Rows are read and
 * written page by page; what stands in memory is the case, as for every read of it.
 */
final class CaseEvidence {

    private static final int PAGE = 500;

    private final LogReads log;
    private final Sealed sealed;
    private final OpenCase open;
    private final Sight sight;
    private final SignedCheckpoint checkpoint;
    private final Sealed.Heads heads;

    private CaseEvidence(
            LogReads log,
            Sealed sealed,
            OpenCase open,
            Sight sight,
            SignedCheckpoint checkpoint,
            Sealed.Heads heads) {
        this.log = log;
        this.sealed = sealed;
        this.open = open;
        this.sight = sight;
        this.checkpoint = checkpoint;
        this.heads = heads;
    }

    /** Of a case that is open for a reader, with all that was recorded of it when it was opened. */
    static CaseEvidence of(LogReads log, Sealer sealer, Sealed sealed, OpenCase open, Sight sight) {
        long last = open.stream().getLast().position();
        while (true) {
            SignedCheckpoint checkpoint = sealer.withHeadsThrough(last);
            // While somebody else moves them they are not to be had for a moment.
            Optional<Sealed.Heads> heads =
                    sealed.heads("case/" + open.caseId())
                            .filter(noted -> noted.notedAt() <= checkpoint.size());
            if (heads.isPresent()) {
                return new CaseEvidence(log, sealed, open, sight, checkpoint, heads.get());
            }
        }
    }

    /** Up to which position it goes. */
    long position() {
        return heads.position();
    }

    /** The events that it holds. */
    List<RecordedEvent> events() {
        return open.stream().stream()
                .filter(event -> event.sequence() <= heads.head().sequence())
                .toList();
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
        List<RecordedEvent> events = events();
        Texts texts = log.texts(events.stream().map(RecordedEvent::eventId).toList());
        List<Disclosure> disclosures = new ArrayList<>();
        for (RecordedEvent event : events) {
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
