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
import java.util.HashSet;
import java.util.List;
import java.util.Set;

/** What a node and its database say to each other on one line. */
final class DatabaseTalk implements Relay.Talk {

    private static final String APPEND = "refocus_log.append(";
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
    private final Set<String> appends = new HashSet<>();
    private volatile @Nullable Armed answering;

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
        Armed armed = isAppend(together) ? wire.passing(together, line) : null;
        int before = 0;
        if (armed != null) {
            if (armed.place() == Place.NOTHING_SENT) {
                armed.stop().hold(line);
            } else if (armed.place() == Place.HALF_SENT) {
                before = all.length / 2;
                to.write(all, 0, before);
                to.flush();
                armed.stop().hold(line);
            } else {
                answering = armed;
            }
        }
        to.write(all, before, all.length - before);
        to.flush();
    }

    /** Statements are named when they are parsed, and bound by their names from then on. */
    private boolean isAppend(List<byte[]> together) {
        boolean isOne = false;
        for (byte[] message : together) {
            if (Messages.type(message) == 'P') {
                String name = Messages.text(message, HEAD);
                String query = Messages.text(message, HEAD + name.length() + 1);
                if (query.contains(APPEND)) {
                    appends.add(name);
                } else {
                    appends.remove(name);
                }
            } else if (Messages.type(message) == 'B') {
                String portal = Messages.text(message, HEAD);
                isOne |= appends.contains(Messages.text(message, HEAD + portal.length() + 1));
            }
        }
        return isOne;
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
