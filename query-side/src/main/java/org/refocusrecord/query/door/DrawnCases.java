package org.refocusrecord.query.door;

import org.refocusrecord.query.caseload.Candidate;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.Iterator;
import java.util.List;

/**
 * Cases in an order by chance: by the SHA-256 of seed and id. Whether a case is drawn does not
 * depend on which others there are, so a case that is opened later shifts the sample by itself
 * alone.
 */
final class DrawnCases implements Iterable<Candidate> {

    private final List<Candidate> drawn;

    DrawnCases(Iterator<Candidate> cases, long seed) {
        List<Drawn> all = new ArrayList<>();
        cases.forEachRemaining(each -> all.add(new Drawn(lot(each, seed), each)));
        all.sort(Comparator.comparing(Drawn::lot, Arrays::compareUnsigned));
        this.drawn = all.stream().map(Drawn::candidate).toList();
    }

    @SuppressWarnings("ArrayRecordComponent") // Never compared as a whole.
    private record Drawn(byte[] lot, Candidate candidate) {}

    private static byte[] lot(Candidate candidate, long seed) {
        try {
            return MessageDigest.getInstance("SHA-256")
                    .digest((seed + "/" + candidate.caseId()).getBytes(StandardCharsets.US_ASCII));
        } catch (NoSuchAlgorithmException everyJdkHasIt) {
            throw new IllegalStateException(everyJdkHasIt);
        }
    }

    @Override
    public Iterator<Candidate> iterator() {
        return drawn.iterator();
    }
}
