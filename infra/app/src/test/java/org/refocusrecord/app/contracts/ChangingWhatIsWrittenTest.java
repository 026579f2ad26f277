package org.refocusrecord.app.contracts;

import static org.refocusrecord.app.contracts.Compared.AND_B;
import static org.refocusrecord.app.contracts.Compared.CLOSED;
import static org.refocusrecord.app.contracts.Compared.OPEN;
import static org.refocusrecord.app.contracts.Compared.written;

import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator.ReplaceUnderscores;
import org.junit.jupiter.api.Test;

/** What a later release may change in the schema of what it writes. */
@DisplayNameGeneration(ReplaceUnderscores.class)
class ChangingWhatIsWrittenTest {

    @Test
    void nothing_is_wrong_where_nothing_changed() {
        written(OPEN.formatted(AND_B, "\"a\""), OPEN.formatted(AND_B, "\"a\""));
    }

    @Test
    void a_member_may_be_added() {
        written(OPEN.formatted("", ""), OPEN.formatted(AND_B, "\"b\""));
    }

    @Test
    void a_member_may_become_required() {
        written(OPEN.formatted("", ""), OPEN.formatted("", "\"a\""));
    }

    @Test
    void a_member_is_not_added_where_no_others_were_allowed() {
        written(
                CLOSED.formatted("", ""),
                CLOSED.formatted(AND_B, ""),
                "/b is new where no others were allowed");
    }

    @Test
    void a_member_that_was_required_stays_required() {
        written(OPEN.formatted("", "\"a\""), OPEN.formatted("", ""), "/a may be missing now");
    }

    @Test
    void a_member_that_was_described_stays_described() {
        written(OPEN.formatted(AND_B, ""), OPEN.formatted("", ""), "/b is not described any more");
    }

    @Test
    void others_are_not_allowed_where_none_were() {
        written(
                CLOSED.formatted("", ""),
                OPEN.formatted("", ""),
                " additionalProperties was false, is not said");
    }

    @Test
    void others_keep_their_type() {
        written(
                "{\"additionalProperties\": {\"type\": \"integer\"}}",
                "{\"additionalProperties\": {\"type\": \"string\"}}",
                "/* type was \"integer\", is \"string\"");
    }

    @Test
    void a_type_is_not_changed() {
        written(
                "{\"type\": \"integer\"}",
                "{\"type\": \"string\"}",
                " type was \"integer\", is \"string\"");
    }

    @Test
    void a_number_may_become_a_whole_one() {
        written("{\"type\": \"number\"}", "{\"type\": \"integer\"}");
    }

    @Test
    void a_whole_number_stays_one() {
        written(
                "{\"type\": \"integer\"}",
                "{\"type\": \"number\"}",
                " type was \"integer\", is \"number\"");
    }

    @Test
    void what_may_be_null_may_be_never_null() {
        written("{\"type\": [\"string\", \"null\"]}", "{\"type\": \"string\"}");
    }

    @Test
    void what_was_never_null_does_not_become_null() {
        written(
                "{\"type\": \"string\"}",
                "{\"anyOf\": [{\"type\": \"string\"}, {\"type\": \"null\"}]}",
                " type was \"string\", is \"null\"");
    }

    @Test
    void both_ways_to_say_that_it_may_be_null_are_the_same() {
        written(
                "{\"type\": [\"string\", \"null\"], \"maxLength\": 5}",
                "{\"anyOf\": [{\"type\": \"null\"}, {\"type\": \"string\", \"maxLength\": 5}]}");
    }

    @Test
    void a_code_may_be_taken_from_a_closed_list() {
        written("{\"enum\": [\"A\", \"B\"]}", "{\"enum\": [\"A\"]}");
        written("{\"enum\": [\"A\", \"B\"]}", "{\"const\": \"A\"}");
    }

    @Test
    void no_code_is_added_to_a_closed_list() {
        written(
                "{\"enum\": [\"A\"]}",
                "{\"enum\": [\"A\", \"B\"]}",
                " enum was [\"A\"], is [\"A\",\"B\"]");
    }

    @Test
    void a_closed_list_stays_closed() {
        written(
                "{\"enum\": [\"A\"]}",
                "{\"x-extensible-enum\": [\"A\"]}",
                " enum was [\"A\"], is not said");
    }

    @Test
    void a_list_of_which_readers_know_that_it_grows_may_grow() {
        written("{\"x-extensible-enum\": [\"A\"]}", "{\"x-extensible-enum\": [\"A\", \"B\"]}");
    }

    @Test
    void limits_may_become_narrower() {
        written(
                "{\"minimum\": 1, \"maxLength\": 5, \"maxItems\": 9}",
                "{\"minimum\": 2, \"maxLength\": 4, \"maxItems\": 9, \"minItems\": 1}");
    }

    @Test
    void limits_do_not_become_wider() {
        written("{\"minimum\": 1}", "{\"minimum\": 0}", " minimum was 1, is 0");
        written("{\"maxLength\": 5}", "{\"maxLength\": 6}", " maxLength was 5, is 6");
        written("{\"maxItems\": 5}", "{}", " maxItems was 5, is not said");
    }

    @Test
    void a_format_and_a_pattern_may_be_added_and_do_not_change() {
        written("{\"type\": \"string\"}", "{\"type\": \"string\", \"format\": \"uuid\"}");
        written(
                "{\"format\": \"uuid\"}",
                "{\"format\": \"date\"}",
                " format was \"uuid\", is \"date\"");
        written("{\"pattern\": \"^a$\"}", "{}", " pattern was \"^a$\", is not said");
    }

    @Test
    void elements_are_compared_too() {
        written(
                "{\"items\": {\"type\": \"integer\"}}",
                "{\"items\": {\"type\": \"string\"}}",
                "/* type was \"integer\", is \"string\"");
    }

    @Test
    void references_are_followed() {
        written(
                "{\"$ref\": \"#/$defs/A\", \"$defs\": {\"A\": {\"type\": \"integer\"}}}",
                "{\"$ref\": \"#/$defs/B\", \"$defs\": {\"B\": {\"type\": \"integer\"}}}");
        written(
                "{\"$ref\": \"#/$defs/A\", \"$defs\": {\"A\": {\"type\": \"integer\"}}}",
                "{\"$ref\": \"#/$defs/A\", \"$defs\": {\"A\": {\"type\": \"string\"}}}",
                " type was \"integer\", is \"string\"");
    }

    @Test
    void what_is_said_to_people_may_change() {
        written("{\"description\": \"This.\"}", "{\"description\": \"That.\"}");
    }

    @Test
    void of_several_choices_the_one_of_the_same_type_is_held_against_it() {
        written(
                "{\"type\": [\"null\", \"string\"], \"maxLength\": 5}",
                "{\"type\": [\"null\", \"string\"], \"maxLength\": 6}",
                " maxLength was 5, is 6");
    }
}
