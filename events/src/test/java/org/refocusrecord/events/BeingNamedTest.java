package org.refocusrecord.events;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

import java.util.UUID;

class BeingNamedTest {

    private static final Person CARER = new Person(Party.CARER, new UUID(0, 1).toString());

    @Test
    void is_having_an_id() {
        assertThat(CARER.isNamed()).isTrue();
        assertThat(Person.theOnly(Party.CARER).isNamed()).isFalse();
        assertThat(Person.withoutId(Party.CARER).isNamed()).isFalse();
    }

    @Test
    void is_not_needed_of_the_only_one() {
        assertThat(Person.theOnly(Party.CARER).isShort()).isTrue();
        assertThat(Person.withoutId(Party.CARER).isShort()).isFalse();
        assertThat(CARER.isShort()).isFalse();
    }

    @Test
    void reads_as_it_is_written() {
        assertThat(CARER).hasToString("CARER/00000000-0000-0000-0000-000000000001");
        assertThat(Person.of(CARER.toString())).isEqualTo(CARER);
        assertThat(Person.of("OTHER/a/b")).isEqualTo(new Person(Party.OTHER, "a/b"));
    }

    @Test
    void of_an_id_is_its_uuid_in_lower_case() {
        assertThat(GoalId.of("00000000-0000-0000-0000-0000000000AB"))
                .hasToString("00000000-0000-0000-0000-0000000000ab");
    }

    @Test
    void keeps_texts_out_of_log_lines() {
        assertThat(new Words.Said("secret", CARER, Wording.VERBATIM, null, Sharing.TEAM).toString())
                .doesNotContain("secret");
    }
}
