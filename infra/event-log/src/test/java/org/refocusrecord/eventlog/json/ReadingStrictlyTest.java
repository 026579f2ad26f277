package org.refocusrecord.eventlog.json;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import static java.nio.charset.StandardCharsets.UTF_8;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.refocusrecord.events.EventId;

import java.util.regex.Pattern;

class ReadingStrictlyTest {

    private static final EventId ID = EventId.of("0135f0a1-b2c3-7d4e-8f50-000000000001");
    private static final String ENDED =
            "{'contractId':'a0000000-0000-4000-8000-000000000001',"
                    + "'endedBy':{'id':'b0000000-0000-4000-8000-000000000001','party':'STAFF'},"
                    + "'entryId':'90000000-0000-4000-8000-000000000001',"
                    + "'kind':'COACHING_CONTRACT_ENDED'}";

    @Test
    void a_whole_payload_is_read() {
        assertThat(read(ENDED)).isNotNull();
    }

    @ParameterizedTest
    @CsvSource(
            quoteCharacter = '`',
            delimiter = '|',
            value = {
                "{'contractId' | {'surprise':'secret','contractId' | surprise is unknown",
                "'kind':'COACHING_CONTRACT_ENDED' | 'kind':'GOAL_SET' | kind stands twice or is"
                        + " another's",
                "'kind':'COACHING_CONTRACT_ENDED' |"
                    + " 'kind':'COACHING_CONTRACT_ENDED','kind':'COACHING_CONTRACT_ENDED' | kind"
                    + " stands twice or is another's",
                ",'kind':'COACHING_CONTRACT_ENDED' | `` | kind is missing",
                "'entryId':'90000000-0000-4000-8000-000000000001', | `` | entryId is missing",
                "'entryId':'9 | 'entryId':'90000000-0000-4000-8000-000000000001','entryId':'9 |"
                        + " entryId stands twice",
                "'entryId':'9 | 'entryId':'A | entryId is no id in lower case",
                "'entryId':'9 | 'entryId':'x | entryId is no id",
                "'entryId':'90000000-0000-4000-8000-000000000001' | 'entryId':7 | entryId is of"
                        + " another type",
                "'entryId':'90000000-0000-4000-8000-000000000001' | 'entryId':null | entryId is of"
                        + " another type",
                "'party':'STAFF' | 'party':'NOBODY' | party has an unknown code",
                "'party':'STAFF' | 'party':'STAFF','relation':'x' | relation is unknown",
                "'id':'b0000000-0000-4000-8000-000000000001', | `` | id is missing",
                "'endedBy':{ | 'endedBy':[{ | endedBy is of another type",
            })
    void what_the_revision_does_not_know_is_refused_by_the_members_name(
            String part, String instead, String what) {
        assertThat(ENDED).contains(part);
        assertThatExceptionOfType(PayloadUnreadable.class)
                .isThrownBy(() -> read(ENDED.replaceFirst(Pattern.quote(part), instead)))
                .withMessage("coaching-contract.ended: " + what);
    }

    @ParameterizedTest
    @CsvSource(
            quoteCharacter = '`',
            delimiter = '|',
            value = {"``", "{", "[]", "null", "{'kind':", "{'kind':'COACHING_CONTRACT_ENDED'}}"})
    void what_is_no_object_is_refused(String json) {
        assertThatExceptionOfType(PayloadUnreadable.class).isThrownBy(() -> read(json));
    }

    @Test
    void more_than_one_value_is_refused() {
        assertThatExceptionOfType(PayloadUnreadable.class).isThrownBy(() -> read(ENDED + ENDED));
    }

    @Test
    void an_unknown_name_and_an_unknown_revision_are_refused() {
        assertThatExceptionOfType(PayloadUnreadable.class)
                .isThrownBy(() -> read("case/1", "goal.dreamt", 1, ENDED))
                .withMessage("goal.dreamt: an unknown name");
        assertThatExceptionOfType(PayloadUnreadable.class)
                .isThrownBy(() -> read("team/1", "goal.set", 1, ENDED))
                .withMessage("goal.set: an unknown name");
        assertThatExceptionOfType(PayloadUnreadable.class)
                .isThrownBy(() -> read("case/1", "goal.set", 2, ENDED))
                .withMessage("goal.set: no way from revision 2 to the present one");
    }

    @ParameterizedTest
    @ValueSource(strings = {"1e6362229395", "1e-6362229395", "1e400", "9007199254740993"})
    void a_number_that_nothing_can_hold_is_refused(String number) {
        String payload = "{'definition':{'x':" + number + "}}";
        assertThatExceptionOfType(PayloadUnreadable.class)
                .isThrownBy(() -> read("study/1", "study.definition-published", 1, payload))
                .withNoCause()
                .withMessage("study.definition-published: definition is not canonical");
    }

    @Test
    void no_value_is_in_the_message_or_its_cause() {
        String payload = ENDED.replace("STAFF", "secret").replace("90000000", "secret");
        assertThatExceptionOfType(PayloadUnreadable.class)
                .isThrownBy(() -> read(payload))
                .withNoCause()
                .withMessageNotContaining("secret");
    }

    private static Object read(String json) {
        return read("case/1", "coaching-contract.ended", 1, json);
    }

    private static Object read(String stream, String name, int revision, String json) {
        return new PayloadReader()
                .read(stream, name, revision, ID, json.replace('\'', '"').getBytes(UTF_8));
    }
}
