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
import java.sql.SQLException;
import java.util.HexFormat;
import java.util.List;
import java.util.Optional;

/**
 * Keeps the tree of the heads of all streams, and has the log note its root. The tree moves in one
 * transaction and is noted in another; in between it stands still, so that it always is, or is
 * about to become, what the log has noted. The note's command id is drawn with the move: whoever
 * finds a move that was not noted notes it, and it is noted once.
 */
final class HeadsKeeper {

    /** So many events are soon taken up: whoever waits for them looks at the clock in between. */
    static final int PAGE = 5_000;

    private final EventLog log;
    private final LogTransactions transactions;
    private final LogTransactions looks;
    private final String account;
    private final int page;

    /**
     * Of this log.
     *
     * @param transactions by those who may record
     * @param looks by those who may read, for whoever only asks how far it is
     */
    HeadsKeeper(EventLog log, LogTransactions transactions, LogTransactions looks, int page) {
        this.log = log;
        this.transactions = transactions;
        this.looks = looks;
        this.account = "log/" + log.store().identity().logId();
        this.page = page;
    }

    /**
     * How far the tree was moved.
     *
     * @param isAll whether that is all there is to note
     */
    private record Moved(HeadRows.State state, boolean isAll) {}

    /** The state of the tree as it was last committed. */
    HeadRows.State state() {
        return looks.read(connection -> new HeadRows(connection).state());
    }

    /**
     * Whether all is noted that was recorded up to a position. A note of heads is never noted
     * itself, so that the last of them is as far as it goes.
     */
    boolean isThrough(long position) {
        return looks.read(connection -> {
            HeadRows rows = new HeadRows(connection);
            long noted = rows.state().position();
            return noted >= position || !rows.hasNews(noted, position);
        });
    }

    /**
     * Has the log note the heads of what it holds now, as far as they can be moved until the clock
     * ({@link System#nanoTime}) says so, and a page at least. Does nothing where that is noted, or
     * where another node is at it.
     *
     * @return whether there is nothing more to note
     */
    boolean note(long until) {
        Moved moved =
                transactions.write(connection -> {
                    HeadRows rows = new HeadRows(connection);
                    if (!rows.tryLock()) {
                        return new Moved(rows.state(), true);
                    }
                    long head = new TreeRows(connection).head();
                    HeadRows.State state = rows.state();
                    HeadRows.State after =
                            state.notedAt() == null ? state : moved(rows, head, until);
                    return new Moved(after, !rows.hasNews(after.position(), head));
                });
        HeadRows.State state = moved.state();
        if (state.notedAt() == null) {
            noted(state, append(state));
        }
        return moved.isAll();
    }

    private HeadRows.State moved(HeadRows rows, long head, long until) throws SQLException {
        HeadRows.State before = rows.state();
        if (!rows.hasNews(before.position(), head)) {
            return before;
        }
        long at = before.position();
        long streams = before.streams();
        byte[] root = before.root();
        do {
            long to = Math.min(head, at + page);
            HeadsTree tree = rows.tree();
            streams += tree.put(rows.changed(at, to));
            root = tree.root();
            rows.keep(tree.touched());
            at = to;
        } while (at < head && System.nanoTime() - until < 0);
        HeadRows.State after = new HeadRows.State(at, streams, root, EventIds.next().value(), null);
        rows.keep(after);
        return after;
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
