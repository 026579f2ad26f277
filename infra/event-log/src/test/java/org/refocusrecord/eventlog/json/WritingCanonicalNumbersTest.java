package org.refocusrecord.eventlog.json;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import org.erdtman.jcs.NumberToJSON;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

import java.io.IOException;
import java.math.BigDecimal;
import java.math.MathContext;
import java.math.RoundingMode;
import java.util.List;
import java.util.Random;

class WritingCanonicalNumbersTest {

    @ParameterizedTest
    @CsvSource({
        "0000000000000000, 0",
        "8000000000000000, 0",
        "0000000000000001, 5e-324",
        "8000000000000001, -5e-324",
        "7fefffffffffffff, 1.7976931348623157e+308",
        "ffefffffffffffff, -1.7976931348623157e+308",
        "4340000000000000, 9007199254740992",
        "c340000000000000, -9007199254740992",
        "4430000000000000, 295147905179352830000",
        "44b52d02c7e14af5, 9.999999999999997e+22",
        "44b52d02c7e14af6, 1e+23",
        "44b52d02c7e14af7, 1.0000000000000001e+23",
        "444b1ae4d6e2ef4e, 999999999999999700000",
        "444b1ae4d6e2ef4f, 999999999999999900000",
        "444b1ae4d6e2ef50, 1e+21",
        "3eb0c6f7a0b5ed8c, 9.999999999999997e-7",
        "3eb0c6f7a0b5ed8d, 0.000001",
        "41b3de4355555553, 333333333.3333332",
        "41b3de4355555554, 333333333.33333325",
        "41b3de4355555555, 333333333.3333333",
        "41b3de4355555556, 333333333.3333334",
        "41b3de4355555557, 333333333.33333343",
        "becbf647612f3696, -0.0000033333333333333333",
        "43143ff3c1cb0959, 1424953923781206.2"
    })
    void the_examples_of_rfc_8785_come_out_as_printed_there(String bits, String expected) {
        double value = Double.longBitsToDouble(Long.parseUnsignedLong(bits, 16));
        assertThat(CanonicalNumber.of(value)).isEqualTo(expected);
    }

    @Test
    void doubles_are_written_as_the_reference_library_writes_them() throws IOException {
        Random random = new Random(754);
        for (int i = 0; i < 200_000; i++) {
            double value = Double.longBitsToDouble(random.nextLong());
            if (Double.isFinite(value) && Math.abs(value) >= Double.MIN_NORMAL) {
                assertThat(CanonicalNumber.of(value))
                        .isEqualTo(NumberToJSON.serializeNumber(value));
            }
        }
    }

    /**
     * The reference library writes 1e-320 as nought point 141 noughts 1e-178, so these are tried
     * out.
     */
    @Test
    void the_smallest_doubles_have_the_shortest_digits_that_read_back() {
        for (long bits = 1; bits < 20_000; bits++) {
            assertShortest(Double.longBitsToDouble(bits));
        }
    }

    @Test
    void powers_and_their_neighbours_have_the_shortest_digits_that_read_back() {
        for (int exponent = -1074; exponent <= 1023; exponent++) {
            double power = Math.scalb(1.0, exponent);
            assertShortest(power);
            assertShortest(Math.nextUp(power));
            assertShortest(Math.nextDown(power));
        }
        for (int exponent = -323; exponent <= 308; exponent++) {
            assertShortest(Double.parseDouble("1e" + exponent));
            assertShortest(Double.parseDouble("1.7e" + exponent));
        }
    }

    @ParameterizedTest
    @CsvSource({
        "1.0, 1",
        "100e-2, 1",
        "1E2, 100",
        "-0, 0",
        "-0.0, 0",
        "0.10, 0.1",
        "1e23, 1e+23",
        "9007199254740994, 9007199254740994"
    })
    void one_number_has_one_form_however_it_was_spelt(String sent, String expected) {
        assertThat(CanonicalNumber.of(new BigDecimal(sent))).isEqualTo(expected);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "9007199254740993",
                "-9007199254740993",
                "12345678901234567890",
                "0.1000000000000000055",
                "3.14159265358979323846",
                "1e400",
                "-1e400",
                "1e-400"
            })
    void what_a_double_would_turn_into_another_number_is_refused(String sent) {
        assertThatExceptionOfType(NotCanonical.class)
                .isThrownBy(() -> CanonicalNumber.of(new BigDecimal(sent)))
                .withMessageNotContaining(sent);
    }

    private static void assertShortest(double value) {
        if (value != 0) {
            assertThat(new BigDecimal(CanonicalNumber.of(value)))
                    .as("%s", value)
                    .isEqualByComparingTo(shortest(new BigDecimal(value), value));
        }
    }

    /** Of two that are as short the nearer, of two as near the even one. */
    private static BigDecimal shortest(BigDecimal exact, double value) {
        for (int digits = 1; digits <= 17; digits++) {
            for (RoundingMode mode :
                    List.of(RoundingMode.HALF_EVEN, RoundingMode.DOWN, RoundingMode.UP)) {
                BigDecimal rounded = exact.round(new MathContext(digits, mode));
                if (rounded.doubleValue() == value) {
                    return rounded;
                }
            }
        }
        throw new AssertionError("17 digits always read back");
    }
}
