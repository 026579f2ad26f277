package org.refocusrecord.command.snapshot;

import org.jspecify.annotations.Nullable;

import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Map;
import java.util.UUID;
import java.util.function.BiConsumer;
import java.util.function.Function;

/**
 * Of a type of the JDK's. A byte before the value says whether there is one; of a primitive there
 * always is.
 */
record PlainForm(
        boolean always,
        BiConsumer<Object, SnapshotBytes> writing,
        Function<SnapshotReading, Object> reading)
        implements Form {

    private static final Map<Class<?>, PlainForm> ALL =
            Map.of(
                    long.class,
                    number(true, SnapshotReading::number),
                    int.class,
                    number(true, in -> (int) in.number()),
                    boolean.class,
                    truth(true),
                    Long.class,
                    number(false, SnapshotReading::number),
                    Integer.class,
                    number(false, in -> (int) in.number()),
                    Boolean.class,
                    truth(false),
                    LocalDate.class,
                    new PlainForm(
                            false,
                            (value, out) -> out.number(((LocalDate) value).toEpochDay()),
                            in -> LocalDate.ofEpochDay(in.number())),
                    Instant.class,
                    new PlainForm(false, PlainForm::moment, PlainForm::moment));

    private static final Map<Class<?>, PlainForm> OFTEN =
            Map.of(
                    UUID.class,
                    new PlainForm(
                            true,
                            (value, out) -> {
                                out.eight(((UUID) value).getMostSignificantBits());
                                out.eight(((UUID) value).getLeastSignificantBits());
                            },
                            in -> new UUID(in.eight(), in.eight())),
                    String.class,
                    new PlainForm(
                            true,
                            (value, out) ->
                                    out.raw(((String) value).getBytes(StandardCharsets.UTF_8)),
                            SnapshotReading::text));

    /** Of this type; null where it is none of these. */
    static @Nullable Form of(Class<?> type) {
        return ALL.get(type);
    }

    /** Of a type of which equal values come up again and again. */
    static @Nullable Form often(Class<?> type) {
        return OFTEN.get(type);
    }

    private static PlainForm number(boolean always, Function<SnapshotReading, Object> reading) {
        return new PlainForm(
                always, (value, out) -> out.number(((Number) value).longValue()), reading);
    }

    private static PlainForm truth(boolean always) {
        return new PlainForm(
                always, (value, out) -> out.count((boolean) value ? 1 : 0), in -> in.count() == 1);
    }

    private static void moment(Object value, SnapshotBytes out) {
        Instant moment = (Instant) value;
        out.number(moment.getEpochSecond());
        out.count(moment.getNano());
    }

    private static Object moment(SnapshotReading in) {
        return Instant.ofEpochSecond(in.number(), in.count());
    }

    @Override
    public void write(@Nullable Object value, SnapshotBytes out) {
        if (!always) {
            out.count(value == null ? 0 : 1);
        }
        if (value != null) {
            writing.accept(value, out);
        }
    }

    @Override
    public @Nullable Object read(SnapshotReading in) {
        return always || in.count() == 1 ? reading.apply(in) : null;
    }

    @Override
    public boolean isPlain() {
        return true;
    }
}
