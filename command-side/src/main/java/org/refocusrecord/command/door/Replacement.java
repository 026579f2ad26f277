package org.refocusrecord.command.door;

import org.jspecify.annotations.Nullable;
import org.refocusrecord.command.Pointers;
import org.refocusrecord.command.Refusal;
import org.refocusrecord.command.ReplacementReading;
import org.refocusrecord.events.Event;
import org.refocusrecord.events.Person;
import org.refocusrecord.web.problem.Fault;
import org.refocusrecord.web.reading.CommandBody;
import org.refocusrecord.web.reading.Reading;
import org.refocusrecord.web.reading.ReadingContext;
import org.refocusrecord.web.reading.ShapeReader;

import java.util.List;
import java.util.function.Function;

/**
 * What was sent to stand in place of something recorded. All that reading it needs was fetched
 * before, so that nothing is looked up while it is decided.
 *
 * @param original what it replaces, as it was first recorded, which never changes; null: it was not
 *     there when the correction came
 */
record Replacement<E extends Event>(
        Class<E> family,
        ShapeReader reader,
        CommandBody.Amending sent,
        @Nullable Event original,
        ReadingContext context)
        implements ReplacementReading<E> {

    @Override
    public Outcome<E> read(Person recordedBy) {
        if (original == null) {
            return new NotRead<>(
                    List.of(new Refusal.ReferenceUnknown("/target", sent.target().value())));
        }
        ReadingContext as = context.otherwise("recordedBy", recordedBy);
        return switch (reader.replacement(original, sent.replacement(), as)) {
            case Reading.Read<Event>(Event event) -> new WasRead<>(family.cast(event));
            case Reading.NotReadable<Event>(List<Fault> faults) ->
                    new NotRead<>(faults.stream().map(Replacement::refusal).toList());
        };
    }

    private static Refusal refusal(Fault fault) {
        return new Refusal.NotReadable(fault.pointer(), fault.code().code(), fault.message());
    }

    /** What it names in other streams must be there, as for a new one; whoever recorded it. */
    List<Refusal> missing(Function<E, List<Refusal>> elsewhere) {
        return switch (read(sent.required("recordedBy", Person.class))) {
            case NotRead<E> _ -> List.of();
            case WasRead<E>(E event) ->
                    elsewhere.apply(event).stream()
                            .map(refusal -> Pointers.within("/replacement", refusal))
                            .toList();
        };
    }
}
