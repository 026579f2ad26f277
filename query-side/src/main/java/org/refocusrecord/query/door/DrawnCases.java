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
 * alone. The ids of all are held meanwhile, and nothing else of them.
 */
final class DrawnCases implements Iterable<Candidate> {

    private static final int SOME = 256;

    private final long seed;
    private final List<Drawn> all = new ArrayList<>();

    /** Of no case yet. */
    DrawnCases(long seed) {
        this.seed = seed;
    }

    /** Draws lots for the next few; of how many it has. */
    int addSome(Iterator<Candidate> cases) {
        for (int some = 0; some < SOME && cases.hasNext(); some++) {
            Candidate next = cases.next();
            all.add(new Drawn(lot(next, seed), next));
        }
        return all.size();
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
        return all.stream()
                .sorted(Comparator.comparing(Drawn::lot, Arrays::compareUnsigned))
                .map(Drawn::candidate)
                .iterator();
    }
}
