package org.refocusrecord.events.shape;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.refocusrecord.events.Event;
import org.refocusrecord.events.Id;
import org.refocusrecord.events.casefile.CaseOpened;
import org.refocusrecord.events.correction.EntryAmended;
import org.refocusrecord.events.goal.GoalReviewed;
import org.refocusrecord.events.goal.GoalSet;
import org.refocusrecord.events.rating.RelationshipRated;
import org.refocusrecord.events.session.SessionHeld;

import java.util.Comparator;
import java.util.HashSet;
import java.util.Set;
import java.util.UUID;

class MakingRecordsTest {

    @Test
    void makes_an_equal_event_of_the_values_of_its_members() {
        for (EventShape shape : Specimens.shapes()) {
            Event event = Specimens.of(shape);
            @Nullable Object[] values = new @Nullable Object[shape.members().members().size()];
            for (Member member : shape.members().members()) {
                values[member.index()] = member.of(event);
            }

            assertThat(shape.members().make(values)).isEqualTo(event);
        }
    }

    @Test
    void finds_a_form_for_every_member_and_uses_every_form() {
        Set<Class<?>> forms = new HashSet<>();
        for (EventShape shape : Specimens.shapes()) {
            collect(shape.members(), forms);
        }

        assertThat(forms).containsExactlyInAnyOrder(Form.class.getPermittedSubclasses());
    }

    @Test
    void makes_every_kind_of_id() {
        UUID uuid = UUID.fromString("0135f0a1-b2c3-4d4e-8f50-000000000001");
        for (Class<?> type : Id.class.getPermittedSubclasses()) {
            Id id = IdMakers.of(type.asSubclass(Id.class)).apply(uuid);
            assertThat(id).isInstanceOf(type).extracting(Id::value).isEqualTo(uuid);
        }
    }

    private static void collect(RecordShape shape, Set<Class<?>> forms) {
        for (Member member : shape.members()) {
            collect(member.form(), forms);
        }
    }

    private static void collect(Form form, Set<Class<?>> forms) {
        forms.add(form.getClass());
        if (form instanceof Form.ListForm list) {
            collect(list.element(), forms);
        }
        if (form instanceof Form.RecordForm record) {
            collect(record.shape(), forms);
        }
    }

    @Test
    void has_the_parts_of_a_payload_in_the_order_of_canonical_json() {
        for (EventShape shape : Specimens.shapes()) {
            assertThat(shape.canonical())
                    .isSortedAccordingTo(Comparator.comparing(EventShape.Part::name));
            assertThat(shape.canonical()).extracting(EventShape.Part::name).doesNotHaveDuplicates();
            assertThat(shape.members().canonical())
                    .isSortedAccordingTo(Comparator.comparing(Member::name));
        }
    }

    @Test
    void knows_what_may_be_left_out() {
        RecordShape goal = RecordShape.of(GoalSet.class);

        assertThat(member(goal, "acceptance").optional()).isTrue();
        assertThat(member(goal, "setBy").optional()).isFalse();
        assertThat(member(RecordShape.of(RelationshipRated.class), "version").otherwise())
                .isEqualTo("1");
        assertThat(member(RecordShape.of(EntryAmended.class), "eventType").derived()).isTrue();
    }

    @Test
    void knows_the_limits() {
        assertThat(member(RecordShape.of(GoalReviewed.class), "attainment").form())
                .isEqualTo(new Form.NumberForm(-2, 2));
        assertThat(member(RecordShape.of(SessionHeld.class), "participants").form())
                .isInstanceOfSatisfying(
                        Form.ListForm.class,
                        list -> {
                            assertThat(list.min()).isEqualTo(1);
                            assertThat(list.max()).isEqualTo(30);
                        });
        assertThat(member(RecordShape.of(GoalSet.class), "setBy").form())
                .isEqualTo(new Form.ListForm(new Form.PersonForm(), 1, 100));
        assertThat(member(RecordShape.of(CaseOpened.class), "openedOn").form())
                .isEqualTo(new Form.DayForm(true));
    }

    private static Member member(RecordShape shape, String name) {
        Member member = shape.member(name);
        if (member == null) {
            throw new AssertionError(shape + " has no " + name);
        }
        return member;
    }

    @Test
    void is_for_records_alone() {
        assertThat(RecordShape.of(GoalSet.class).member("nothing")).isNull();
        assertThatThrownBy(() -> RecordShape.of(Hidden.class))
                .isInstanceOf(IllegalArgumentException.class);
        assertThatThrownBy(() -> RecordShape.of(Odd.class))
                .isInstanceOf(IllegalArgumentException.class);
    }

    private record Hidden(String text) {}

    /** No form is known for a member of it. */
    public record Odd(Thread thread) {}
}
