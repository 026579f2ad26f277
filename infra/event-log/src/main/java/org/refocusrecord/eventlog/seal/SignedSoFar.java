package org.refocusrecord.eventlog.seal;

import org.jspecify.annotations.Nullable;
import org.refocusrecord.eventlog.store.LogTransactions;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.Deque;
import java.util.List;
import java.util.SortedSet;
import java.util.TreeSet;

/**
 * Every checkpoint that the log keeps, and those that somebody else has kept, each held against the
 * tree when it has come to that size.
 */
final class SignedSoFar {

    private static final int PAGE = 1_000;

    private final LogTransactions transactions;
    private final List<VerifierKey> keys;
    private final Deque<Checkpoint> given;
    private final Deque<SignedCheckpoint> page = new ArrayDeque<>();
    private final SortedSet<String> believed = new TreeSet<>();
    private @Nullable SignedCheckpoint last;
    private boolean isAll;
    private long count;
    private long sound;

    SignedSoFar(LogTransactions transactions, List<VerifierKey> keys, List<Checkpoint> given) {
        this.transactions = transactions;
        this.keys = keys;
        List<Checkpoint> bySize = new ArrayList<>(given);
        bySize.sort(Comparator.comparingLong(Checkpoint::size));
        this.given = new ArrayDeque<>(bySize);
    }

    /** Holds those against a tree that are of its size. */
    void check(AuditedTree tree) {
        for (SignedCheckpoint next = next();
                next != null && next.size() <= tree.size();
                next = next()) {
            page.removeFirst();
            count++;
            check(next, tree);
            sound = next.size();
        }
        while (!given.isEmpty() && given.getFirst().size() <= tree.size()) {
            Checkpoint kept = given.removeFirst();
            count++;
            requireRoot(kept, tree, "the checkpoint that was given");
            sound = kept.size();
        }
    }

    private @Nullable SignedCheckpoint next() {
        if (page.isEmpty() && !isAll) {
            SignedCheckpoint after = last;
            page.addAll(
                    transactions.read(connection -> CheckpointRows.after(connection, after, PAGE)));
            isAll = page.size() < PAGE;
            last = page.peekLast();
        }
        return page.peekFirst();
    }

    private void check(SignedCheckpoint signed, AuditedTree tree) {
        try {
            SignedNote note = SignedNote.parse(signed.note());
            requireSigned(signed, note);
            Checkpoint said = Checkpoint.of(note);
            if (said.size() != signed.size()) {
                throw new NotANote("It says another size");
            }
            requireRoot(said, tree, "the checkpoint that the log keeps");
        } catch (NotANote unreadable) {
            throw new DoesNotFit(
                    signed.size(),
                    "the checkpoint over %d events cannot be read: %s"
                            .formatted(signed.size(), unreadable.getMessage()));
        }
    }

    private void requireSigned(SignedCheckpoint signed, SignedNote note) {
        List<VerifierKey> asked = keys;
        if (keys.isEmpty()) {
            believed.add(signed.verifier());
            asked = List.of(VerifierKey.parse(signed.verifier()));
        }
        List<SignedNote.Verdict> verdicts = asked.stream().map(note::by).toList();
        if (verdicts.contains(SignedNote.Verdict.FALSE)) {
            throw new DoesNotFit(
                    signed.size(),
                    "the signature of the checkpoint over %d events is false"
                            .formatted(signed.size()));
        }
        if (!verdicts.contains(SignedNote.Verdict.SIGNED)) {
            throw new DoesNotFit(
                    signed.size(),
                    "the checkpoint over %d events was signed by another key, %s"
                            .formatted(signed.size(), signed.verifier()));
        }
    }

    private void requireRoot(Checkpoint checkpoint, AuditedTree tree, String which) {
        if (!Arrays.equals(checkpoint.root(), tree.root())) {
            throw new DoesNotFit(
                    sound + 1,
                    "%s over %d events was signed for others: from here on something was altered, and up to position %d nothing was"
                            .formatted(which, checkpoint.size(), sound));
        }
    }

    /** None may be over more events than there are; the newest is over so many. */
    void requireNoMore(AuditedTree tree, long newest) {
        long most = Math.max(newest, given.stream().mapToLong(Checkpoint::size).max().orElse(0));
        if (most > tree.size()) {
            throw new DoesNotFit(
                    tree.size() + 1,
                    "the log ends before it, and a checkpoint was signed over %d events"
                            .formatted(most));
        }
    }

    long count() {
        return count;
    }

    SortedSet<String> believed() {
        return believed;
    }
}
