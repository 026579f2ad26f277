package org.refocusrecord.app.contracts;

import static org.refocusrecord.app.contracts.Compared.AND_B;
import static org.refocusrecord.app.contracts.Compared.CLOSED;
import static org.refocusrecord.app.contracts.Compared.OPEN;
import static org.refocusrecord.app.contracts.Compared.read;

import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator.ReplaceUnderscores;
import org.junit.jupiter.api.Test;

/** What a later release may change in the schema of what it reads. */
@DisplayNameGeneration(ReplaceUnderscores.class)
class ChangingWhatIsReadTest {

    @Test
    void a_member_may_be_added_where_no_others_were_allowed() {
        read(CLOSED.formatted("", ""), CLOSED.formatted(AND_B, ""));
    }

    @Test
    void a_member_may_become_optional() {
        read(CLOSED.formatted("", "\"a\""), CLOSED.formatted("", ""));
    }

    @Test
    void others_may_be_allowed_where_none_were() {
        read(CLOSED.formatted("", ""), OPEN.formatted("", ""));
    }

    @Test
    void no_member_becomes_required() {
        read(CLOSED.formatted("", ""), CLOSED.formatted("", "\"a\""), "/a is required now");
    }

    @Test
    void no_member_is_taken_away() {
        read(CLOSED.formatted(AND_B, ""), CLOSED.formatted("", ""), "/b is not described any more");
    }

    @Test
    void others_stay_allowed() {
        read(
                OPEN.formatted("", ""),
                CLOSED.formatted("", ""),
                " additionalProperties was not said, is false");
    }

    @Test
    void what_was_passed_by_is_not_read_in_another_way() {
        read(
                OPEN.formatted("", ""),
                OPEN.formatted(AND_B, ""),
                "/b type was not said, is \"string\"");
    }

    @Test
    void a_whole_number_may_become_any_number() {
        read("{\"type\": \"integer\"}", "{\"type\": \"number\"}");
    }

    @Test
    void a_type_does_not_become_narrower() {
        read(
                "{\"type\": \"number\"}",
                "{\"type\": \"integer\"}",
                " type was \"number\", is \"integer\"");
    }

    @Test
    void null_stays_allowed() {
        read("{\"type\": \"string\"}", "{\"type\": [\"string\", \"null\"]}");
        read(
                "{\"type\": [\"string\", \"null\"]}",
                "{\"type\": \"string\"}",
                " type was \"null\", is \"string\"");
    }

    @Test
    void a_code_may_be_added() {
        read("{\"enum\": [\"A\"]}", "{\"enum\": [\"A\", \"B\"]}");
        read("{\"enum\": [\"A\"]}", "{}");
    }

    @Test
    void no_code_is_taken_away() {
        read(
                "{\"enum\": [\"A\", \"B\"]}",
                "{\"enum\": [\"A\"]}",
                " enum was [\"A\",\"B\"], is [\"A\"]");
        read("{\"enum\": [\"A\"]}", "{\"enum\": []}", " enum was [\"A\"], is []");
    }

    @Test
    void a_choice_may_be_added_and_none_is_taken_away() {
        String one = "{\"type\": \"object\", \"properties\": {\"kind\": {\"const\": \"A\"}}}";
        String other = one.replace("\"A\"", "\"B\"");
        read("{\"oneOf\": [%s]}".formatted(one), "{\"oneOf\": [%s, %s]}".formatted(other, one));
        read(
                "{\"oneOf\": [%s, %s]}".formatted(one, other),
                "{\"oneOf\": [%s]}".formatted(other),
                "/kind const was \"A\", is \"B\"");
    }

    @Test
    void what_stands_beside_choices_holds_for_each() {
        String choice =
                """
                {"properties": {"a": {}, "b": {}}, "required": [%s],
                 "oneOf": [{"required": ["a"]}, {"required": ["b"]}]}\
                """;
        read(choice.formatted(""), choice.formatted(""));
        read(choice.formatted(""), choice.formatted("\"b\""), "/b is required now");
    }

    @Test
    void limits_may_become_wider_and_not_narrower() {
        read("{\"maxLength\": 5, \"minItems\": 1}", "{\"maxLength\": 6}");
        read("{\"maxLength\": 5}", "{\"maxLength\": 4}", " maxLength was 5, is 4");
        read("{}", "{\"minimum\": 1}", " minimum was not said, is 1");
    }

    @Test
    void a_pattern_may_be_taken_away_and_none_is_added() {
        read("{\"pattern\": \"^a$\"}", "{}");
        read("{}", "{\"pattern\": \"^a$\"}", " pattern was not said, is \"^a$\"");
    }

    @Test
    void a_keyword_that_has_no_rule_stays_as_it_is() {
        read("{\"not\": {}}", "{\"not\": {}}");
        read("{}", "{\"not\": {}}", " not was not said, is {}");
    }
}
