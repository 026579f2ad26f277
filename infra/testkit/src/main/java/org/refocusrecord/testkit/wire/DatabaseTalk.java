package org.refocusrecord.testkit.wire;

import org.jspecify.annotations.Nullable;
import org.refocusrecord.testkit.wire.DatabaseWire.Armed;
import org.refocusrecord.testkit.wire.DatabaseWire.Place;

import java.io.BufferedOutputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.ByteBuffer;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** What a node and its database say to each other on one line. */
final class DatabaseTalk implements Relay.Talk {

    private static final char COPIED = 'd';
    private static final int HEAD = 5;

    /** Parse, Bind, Describe, Execute, Close: sent together, with something else at their end. */
    private static final String BEFORE_THE_END = "PBDEC";

    /** What a caller asks before it begins: an encrypted line. */
    private static final Set<Integer> ENCRYPTIONS = Set.of(80_877_103, 80_877_104);

    private static final int NO = 'N';
    private static final char DONE = 'Z';
    private static final char PROCESS = 'K';

    private final Line line;
    private final DatabaseWire wire;
    private final Map<String, Statement> statements = new HashMap<>();
    private @Nullable Armed begun;
    private volatile @Nullable Armed answering;

    /** What a statement is to an append. */
    private enum Statement {
        /** It is one of one event, and all of it. */
        WHOLE,
        /** It begins one; the events follow, and then its end. */
        BEGINNING,
        END,
        NOTHING;

        static Statement of(String query) {
            if (query.contains("refocus_log.append(")) {
                return WHOLE;
            }
            if (query.contains("refocus_log.begin_append(")) {
                return BEGINNING;
            }
            return query.equals("COMMIT") ? END : NOTHING;
        }
    }

    DatabaseTalk(Line line, DatabaseWire wire) {
        this.line = line;
        this.wire = wire;
    }

    @Override
    public void toCalled() throws IOException, InterruptedException {
        Messages from = new Messages(line.fromCaller());
        OutputStream to = line.toCalled();
        to.write(beginning(from));
        List<byte[]> together = new ArrayList<>();
        for (byte[] message = from.next(); message.length > 0; message = from.next()) {
            together.add(message);
            if (BEFORE_THE_END.indexOf(Messages.type(message)) < 0) {
                handOn(together, to);
                together.clear();
            }
        }
    }

    private byte[] beginning(Messages from) throws IOException {
        byte[] first = from.first();
        while (ENCRYPTIONS.contains(number(first))) {
            line.toCaller().write(NO);
            line.toCaller().flush();
            first = from.first();
        }
        return first;
    }

    private static int number(byte[] first) {
        return first.length == 2 * Integer.BYTES ? ByteBuffer.wrap(first).getInt(Integer.BYTES) : 0;
    }

    private void handOn(List<byte[]> together, OutputStream to)
            throws IOException, InterruptedException {
        byte[] all = joined(together);
        Armed armed = armedFor(together);
        int before = 0;
        if (armed != null) {
            switch (armed.place()) {
                case NOTHING_SENT, END_NOT_SENT -> armed.stop().hold(line);
                case HALF_SENT, EVENTS_HALF_SENT -> {
                    before = all.length / 2;
                    to.write(all, 0, before);
                    to.flush();
                    armed.stop().hold(line);
                }
                case COMMITTED, HALF_ANSWERED, ANSWERED -> answering = armed;
            }
        }
        to.write(all, before, all.length - before);
        to.flush();
    }

    /** What is to happen to these, if anything: to the part of an append that they are. */
    private @Nullable Armed armedFor(List<byte[]> together) {
        Set<Statement> said = said(together);
        Armed under = begun;
        if (said.contains(Statement.WHOLE)) {
            return wire.passing(together, line);
        }
        if (said.contains(Statement.BEGINNING)) {
            Armed passing = wire.passing(together, line);
            boolean isNow = passing != null && passing.place().isOfTheBeginning();
            begun = isNow ? null : passing;
            return isNow ? passing : null;
        }
        boolean isCopy = Messages.type(together.getFirst()) == COPIED;
        if (under != null
                && (said.contains(Statement.END)
                        || (isCopy && under.place() == Place.EVENTS_HALF_SENT))) {
            begun = null;
            return under;
        }
        return null;
    }

    /** Statements are named when they are parsed, and bound by their names from then on. */
    private Set<Statement> said(List<byte[]> together) {
        Set<Statement> said = EnumSet.noneOf(Statement.class);
        for (byte[] message : together) {
            if (Messages.type(message) == 'P') {
                String name = Messages.text(message, HEAD);
                String query = Messages.text(message, HEAD + name.length() + 1);
                statements.put(name, Statement.of(query));
            } else if (Messages.type(message) == 'B') {
                String portal = Messages.text(message, HEAD);
                String name = Messages.text(message, HEAD + portal.length() + 1);
                said.add(statements.getOrDefault(name, Statement.NOTHING));
            }
        }
        return said;
    }

    @Override
    public void toCaller() throws IOException, InterruptedException {
        Messages from = new Messages(line.fromCalled());
        OutputStream to = new BufferedOutputStream(line.toCaller());
        List<byte[]> held = new ArrayList<>();
        for (byte[] message = from.next(); message.length > 0; message = from.next()) {
            Armed armed = answering;
            if (Messages.type(message) == PROCESS) {
                line.isServedBy(ByteBuffer.wrap(message).getInt(HEAD));
            }
            if (armed == null) {
                to.write(message);
                if (!from.isMoreThere()) {
                    to.flush();
                }
            } else {
                held.add(message);
                if (Messages.type(message) == DONE) {
                    answering = null;
                    answer(armed, joined(held), to);
                    held.clear();
                }
            }
        }
        // An answer that broke off: what there is of it.
        to.write(joined(held));
        to.flush();
    }

    private void answer(Armed armed, byte[] all, OutputStream to)
            throws IOException, InterruptedException {
        if (armed.place() == Place.COMMITTED) {
            armed.stop().hold(line);
        }
        armed.beforeTheAnswer().run();
        int before = armed.place() == Place.HALF_ANSWERED ? all.length / 2 : all.length;
        to.write(all, 0, before);
        to.flush();
        if (armed.place() != Place.COMMITTED) {
            armed.stop().hold(line);
        }
        to.write(all, before, all.length - before);
        to.flush();
    }

    private static byte[] joined(List<byte[]> messages) throws IOException {
        ByteArrayOutputStream all = new ByteArrayOutputStream();
        for (byte[] message : messages) {
            all.write(message);
        }
        return all.toByteArray();
    }
}
