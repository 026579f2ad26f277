package org.refocusrecord.query.projection;

import org.refocusrecord.eventlog.LogBroken;
import org.refocusrecord.eventlog.Logged;
import org.refocusrecord.eventlog.RecordedEvent;
import org.refocusrecord.eventlog.Unreadable;
import org.refocusrecord.eventlog.store.LogFault;
import org.refocusrecord.eventlog.store.LogNotReachable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Savepoint;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;

/**
 * Applies a page to one view, event after event as the log has them. A page that fails is halved
 * until the event is found that cannot be applied; its stream is parked, with whatever follows in
 * it, and all others go on. An event that cannot be read parks its stream too, once what stands
 * before it is applied: that may fail earlier in the same stream.
 */
final class Applying {

    private static final Logger LOG = LoggerFactory.getLogger(Applying.class);

    private final Projector projector;
    private final Side side;
    private final Connection connection;
    private final Set<String> parked;

    Applying(Projector projector, Side side, Connection connection) throws SQLException {
        this.projector = projector;
        this.side = side;
        this.connection = connection;
        this.parked = new HashSet<>(ParkedTable.streams(connection, side, projector.name()));
    }

    Tally apply(Page page) throws SQLException {
        Page rest = page.of(notParked(page));
        for (int at = 0; at < rest.size(); at++) {
            if (rest.logged().get(at) instanceof Unreadable unreadable) {
                Tally before = applyReadable(rest.part(0, at));
                waits(unreadable);
                return before.plus(apply(rest.part(at + 1, rest.size())));
            }
        }
        return applyReadable(rest);
    }

    /** What is left to apply; notes what waits. */
    private List<Logged> notParked(Page page) throws SQLException {
        List<Logged> rest = new ArrayList<>();
        for (Logged logged : page.logged()) {
            if (parked.contains(logged.stream())) {
                ParkedTable.waitsToo(connection, side, projector.name(), logged);
            } else if (logged instanceof RecordedEvent || projector.follows(logged.stream())) {
                rest.add(logged);
            }
        }
        return rest;
    }

    /** Parks a stream from here on, unless an event before it has been the cause to. */
    private void waits(Unreadable unreadable) throws SQLException {
        if (parked.contains(unreadable.stream())) {
            ParkedTable.waitsToo(connection, side, projector.name(), unreadable);
        } else {
            park(unreadable, "cannot be read: " + unreadable.cause());
        }
    }

    private Tally applyReadable(Page page) throws SQLException {
        if (page.size() == 0) {
            return Tally.NONE;
        }
        Savepoint before = connection.setSavepoint();
        try {
            Tally change = projector.apply(page, connection);
            connection.releaseSavepoint(before);
            return change;
        } catch (LogNotReachable | LogFault notOfTheEvents) {
            throw notOfTheEvents;
        } catch (SQLException failed) {
            if (!isOfTheRows(failed)) {
                throw failed;
            }
            connection.rollback(before);
            return apart(page, failed);
        } catch (RuntimeException failed) {
            connection.rollback(before);
            return apart(page, failed);
        }
    }

    /** Wrong values and broken constraints; anything else is the database's own trouble. */
    private static boolean isOfTheRows(SQLException failed) {
        String state = failed.getSQLState();
        return state != null && (state.startsWith("22") || state.startsWith("23"));
    }

    private Tally apart(Page page, Exception failed) throws SQLException {
        if (page.size() > 1) {
            int middle = page.size() / 2;
            Tally first = apply(page.part(0, middle));
            return first.plus(apply(page.part(middle, page.size())));
        }
        park(page.events().getFirst(), cause(failed));
        return Tally.NONE;
    }

    private void park(Logged event, String cause) throws SQLException {
        LOG.error(
                "view {}{}: {} is parked at position {}: {}",
                projector.name(),
                side == Side.NEXT ? ", rebuilt" : "",
                event.stream(),
                event.position(),
                cause);
        ParkedTable.park(connection, side, projector.name(), event, cause);
        parked.add(event.stream());
    }

    /** Which event is missing, or where it happened; other messages might quote somebody. */
    static String cause(Exception failed) {
        if (failed instanceof LogBroken hole) {
            return String.valueOf(hole.getMessage());
        }
        StackTraceElement[] trace = failed.getStackTrace();
        String where = trace.length == 0 ? "an unknown place" : trace[0].toString();
        return failed.getClass().getName() + " in " + where + state(failed);
    }

    private static String state(Exception failed) {
        return switch (failed) {
            case SQLException sql -> ", SQL state " + sql.getSQLState();
            case ViewsNotReachable views -> ", SQL state " + views.sqlState();
            default -> "";
        };
    }
}
