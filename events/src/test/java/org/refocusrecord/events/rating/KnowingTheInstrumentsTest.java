package org.refocusrecord.events.rating;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.refocusrecord.events.Answers.Coded;
import org.refocusrecord.events.Answers.Level;
import org.refocusrecord.events.rating.Instruments.Instrument;

class KnowingTheInstrumentsTest {

    private static Instrument instrument(String code, String version) {
        Instrument found = Instruments.find(code, version);
        if (found == null) {
            throw new AssertionError("no " + code + " " + version);
        }
        return found;
    }

    private static boolean allows(Instrument instrument, String item, int level) {
        return Instruments.allows(instrument, item, new Level(level));
    }

    private static boolean allows(Instrument instrument, String item, String code) {
        return Instruments.allows(instrument, item, new Coded(code));
    }

    @ParameterizedTest
    @CsvSource({
        "INSPIRE, 1, 27",
        "BRIEF_INSPIRE, 1, 5",
        "BRIEF_INSPIRE_O, 1, 5",
        "GLOBAL_INSPIRE, 2.0, 20",
        "QPR, 15, 15",
        "QPR, 22, 22",
        "HONOS, 1, 12",
        "GAF, 1, 1",
        "CANSAS, 1, 22",
        "CSQ, 8, 8",
        "BPRS, 18, 18",
        "RSA, STAFF_36, 36",
        "RSA, PERSON_32, 32",
        "SAFE, 1, 16",
        "IOM_GA, 1, 1"
    })
    void counts_the_items(String code, String version, int items) {
        assertThat(instrument(code, version).items()).hasSize(items);
        assertThat(Instruments.isKnown(code)).isTrue();
    }

    @ParameterizedTest
    @CsvSource({
        "INSPIRE, 1, S20, 0, 4",
        "INSPIRE, 1, R7, 0, 4",
        "BRIEF_INSPIRE, 1, B5, 0, 4",
        "BRIEF_INSPIRE_O, 1, B1, 0, 4",
        "GLOBAL_INSPIRE, 2.0, G20, 0, 4",
        "QPR, 15, Q15, 0, 4",
        "QPR, 22, Q22, 0, 4",
        "HONOS, 1, H12, 0, 4",
        "GAF, 1, G, 0, 100",
        "CANSAS, 1, N22, 0, 2",
        "CSQ, 8, C8, 1, 4",
        "BPRS, 18, P18, 0, 7",
        "RSA, STAFF_36, A36, 1, 5",
        "RSA, PERSON_32, A32, 1, 5",
        "IOM_GA, 1, GA, -2, 2"
    })
    void knows_the_scales(String code, String version, String item, int least, int most) {
        Instrument instrument = instrument(code, version);

        assertThat(allows(instrument, item, least)).isTrue();
        assertThat(allows(instrument, item, most)).isTrue();
        assertThat(allows(instrument, item, least - 1)).isFalse();
        assertThat(allows(instrument, item, most + 1)).isFalse();
        assertThat(allows(instrument, item, "DECLINED")).isTrue();
        assertThat(allows(instrument, item, "MISSING")).isTrue();
        assertThat(allows(instrument, item, "PERHAPS")).isFalse();
    }

    @Test
    void knows_what_else_may_be_answered() {
        Instrument inspire = instrument("INSPIRE", "1");

        assertThat(allows(inspire, "S1", "NOT_IMPORTANT")).isTrue();
        assertThat(allows(inspire, "S1", "IMPORTANT_NO_LEVEL")).isTrue();
        assertThat(allows(inspire, "R1", "NOT_IMPORTANT")).isFalse();
        assertThat(allows(instrument("HONOS", "1"), "H1", 9)).isTrue();
        assertThat(allows(instrument("CANSAS", "1"), "N1", 9)).isTrue();
        assertThat(allows(instrument("CANSAS", "1"), "N1", 3)).isFalse();
        assertThat(allows(instrument("RSA", "STAFF_36"), "A1", "NOT_APPLICABLE")).isTrue();
        assertThat(allows(instrument("RSA", "PERSON_32"), "A1", "DONT_KNOW")).isTrue();
        assertThat(allows(instrument("SAFE", "1"), "F16", "UNABLE_TO_RATE")).isTrue();
        assertThat(allows(instrument("SAFE", "1"), "F16", 1)).isFalse();
    }

    @Test
    void knows_no_item_that_is_not_there() {
        Instrument qpr = instrument("QPR", "15");

        assertThat(Instruments.hasItem(qpr, "Q15")).isTrue();
        assertThat(Instruments.hasItem(qpr, "Q16")).isFalse();
        assertThat(Instruments.hasItem(qpr, "Q0")).isFalse();
        assertThat(allows(qpr, "Q16", 1)).isFalse();
    }

    @Test
    void means_the_first_version_where_none_is_named() {
        assertThat(Instruments.versions("QPR").getFirst().version()).isEqualTo("15");
        assertThat(Instruments.versions("RSA").getFirst().version()).isEqualTo("STAFF_36");
        assertThat(Instruments.versions("RFS")).isEmpty();
    }

    @Test
    void takes_any_item_of_those_that_are_not_known_to_us() {
        for (String code : new String[] {"RFS", "RECOVERY_KNOWLEDGE", "BEHAVIOURAL_INTENT"}) {
            assertThat(Instruments.isKnown(code)).isTrue();
            assertThat(Instruments.find(code, "1")).isNull();
        }
        assertThat(Instruments.isKnown("READINESS")).isTrue();
        assertThat(Instruments.isKnown("OTHER_HOPE")).isTrue();
        assertThat(Instruments.isKnown("HOPE")).isFalse();
        assertThat(Instruments.hasItem(null, "X_12")).isTrue();
        assertThat(Instruments.hasItem(null, "x")).isFalse();
        assertThat(Instruments.hasItem(null, "ABCDEFGHIJKLM")).isFalse();
        assertThat(Instruments.allows(null, "X", new Level(-99))).isTrue();
        assertThat(Instruments.allows(null, "X", new Level(999))).isTrue();
        assertThat(Instruments.allows(null, "X", new Level(-100))).isFalse();
        assertThat(Instruments.allows(null, "X", new Level(1000))).isFalse();
        assertThat(Instruments.allows(null, "X", new Coded("SOMETIMES"))).isTrue();
        assertThat(Instruments.allows(null, "X", new Coded("sometimes"))).isFalse();
    }
}
