package org.refocusrecord.eventlog.seal;

import org.refocusrecord.eventlog.AppendRefused;
import org.refocusrecord.eventlog.Appending;
import org.refocusrecord.eventlog.EventIds;
import org.refocusrecord.eventlog.EventLog;
import org.refocusrecord.eventlog.Receipt;
import org.refocusrecord.eventlog.json.CanonicalWriter;
import org.refocusrecord.eventlog.store.LogTransactions;
import org.refocusrecord.events.CommandId;
import org.refocusrecord.events.Party;
import org.refocusrecord.events.Person;
import org.refocusrecord.events.log.HeadsNoted;

import java.nio.charset.StandardCharsets;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.HexFormat;
import java.util.List;
import java.util.Optional;

/**
 * Keeps the tree of the heads of all streams, and has the log note its root. The tree moves in one
 * transaction and is noted in another; in between it stands still, so that it always is, or is
 * about to become, what the log has noted. The note's command id is drawn with the move: whoever
 * finds a move that was not noted notes it, and it is noted once.
 *
 * <p>What is noted stands in the log for good. So only heads of what is sealed are, while the log
 * still has what was sealed, and only of whole commands.
 */
final class HeadsKeeper {

    /** So many events are soon taken up: whoever waits for them looks at the clock in between. */
    static final int PAGE = 5_000;

    private final EventLog log;
    private final LogTransactions transactions;
    private final String account;
    private final int page;

    /** Of this log; the transactions are by those who may record. */
    HeadsKeeper(EventLog log, LogTransactions transactions, int page) {
        this.log = log;
        this.transactions = transactions;
        this.account = "log/" + log.store().identity().logId();
        this.page = page;
    }

    /**
     * How far the tree was moved.
     *
     * @param isAll whether that is all that is sealed
     */
    private record Moved(HeadRows.State state, boolean isAll) {}

    /**
     * Has the log note the heads of what is sealed now, as far as they can be moved until the clock
     * ({@link System#nanoTime}) says so, and a page at least. Does nothing where that is noted, or
     * where another node is at it.
     *
     * @return whether there is nothing more to note
     * @throws SealBroken where the log does not have any more what was sealed or noted
     */
    boolean note(long until) {
        return noteThrough(Long.MAX_VALUE, until);
    }

    /** The same, where what was recorded up to a position is not noted yet. */
    boolean noteThrough(long position, long until) {
        Moved moved = transactions.write(connection -> moved(connection, position, until));
        HeadRows.State state = moved.state();
        if (state.notedAt() == null) {
            noted(state, append(state));
        }
        return moved.isAll();
    }

    private Moved moved(Connection connection, long position, long until) throws SQLException {
        HeadRows rows = new HeadRows(connection);
        LoggedHeads logged = new LoggedHeads(connection);
        TreeRows tree = new TreeRows(connection);
        boolean isElsewhere = !rows.tryLock();
        HeadRows.State state = rows.state();
        long size = tree.size();
        requireWhole(state, size, tree);
        if (isElsewhere) {
            return new Moved(state, true);
        }
        boolean stays =
                state.notedAt() == null
                        || logged.areIn(state, position)
                        || !logged.hasNews(state.position(), size);
        HeadRows.State after = stays ? state : movedFrom(state, rows, logged, size, until);
        return new Moved(after, !logged.hasNews(after.position(), size));
    }

    /** Whoever noted heads of a log that was cut would say of streams that they end there. */
    private static void requireWhole(HeadRows.State state, long size, TreeRows tree)
            throws SQLException {
        TreeKeeper.requireSealed(size, tree);
        long head = tree.head();
        if (head < state.position()) {
            throw new SealBroken(
                    "the log ends at position %d, and heads were noted up to %d"
                            .formatted(head, state.position()));
        }
    }

    private HeadRows.State movedFrom(
            HeadRows.State before, HeadRows rows, LoggedHeads logged, long size, long until)
            throws SQLException {
        long at = before.position();
        long streams = before.streams();
        byte[] root = before.root();
        long to = next(at, logged, size);
        // Where only a part of the last command is sealed, the rest of it soon will be.
        while (at < to && to <= size) {
            HeadsTree tree = rows.tree();
            streams += tree.put(logged.changed(at, to));
            root = tree.root();
            rows.keep(tree.touched());
            at = to;
            to = System.nanoTime() - until < 0 ? next(at, logged, size) : at;
        }
        if (at == before.position()) {
            return before;
        }
        HeadRows.State after = new HeadRows.State(at, streams, root, EventIds.next().value(), null);
        rows.keep(after);
        return after;
    }

    private long next(long at, LoggedHeads logged, long size) throws SQLException {
        return at >= size ? at : logged.endOfCommand(Math.min(size, at + page));
    }

    private long append(HeadRows.State state) {
        CommandId commandId = new CommandId(state.commandId());
        Optional<Receipt> before = log.receipt(commandId);
        if (before.isPresent()) {
            return before.get().position();
        }
        Person self = new Person(Party.OTHER, account);
        HeadsNoted noted =
                new HeadsNoted(
                        commandId,
                        HeadsNoted.TREE,
                        state.position(),
                        state.streams(),
                        HexFormat.of().formatHex(state.root()),
                        self);
        try {
            return log.append(
                            Appending.whateverCameLast(
                                    HeadsNoted.STREAM,
                                    log.store().nextSequence(HeadsNoted.STREAM),
                                    commandId,
                                    content(noted),
                                    account,
                                    self,
                                    List.of(new Appending.Pending(EventIds.next(), noted, null))))
                    .position();
        } catch (AppendRefused faster) {
            return log.receipt(commandId).map(Receipt::position).orElseThrow(() -> faster);
        }
    }

    private static String content(HeadsNoted noted) {
        byte[] content =
                new CanonicalWriter()
                        .startObject()
                        .name("body")
                        .startObject()
                        .name("commandId")
                        .text(noted.commandId().toString())
                        .name("position")
                        .number(noted.position())
                        .name("root")
                        .text(noted.root())
                        .name("streams")
                        .number(noted.streams())
                        .name("tree")
                        .text(noted.tree())
                        .endObject()
                        .name("command")
                        .text("heads")
                        .endObject()
                        .toBytes();
        return new String(content, StandardCharsets.UTF_8);
    }

    private void noted(HeadRows.State state, long position) {
        transactions.write(
                connection -> new HeadRows(connection).noted(state.commandId(), position));
    }
}
