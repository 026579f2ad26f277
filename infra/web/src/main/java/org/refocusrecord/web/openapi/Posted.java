package org.refocusrecord.web.openapi;

import org.refocusrecord.events.session.SessionHeld;
import org.refocusrecord.events.shape.Form.PersonIdForm;
import org.refocusrecord.events.shape.Member;
import org.refocusrecord.events.shape.RecordShape;

import java.util.List;
import java.util.Map;

/** As a caller may write it: absent and null are the same, and nothing else may stand there. */
final class Posted implements Standpoint {

    @Override
    public String component(Class<?> type) {
        return type.getSimpleName();
    }

    @Override
    public boolean has(Member member) {
        return !member.derived();
    }

    @Override
    public boolean mayLack(RecordShape shape, Member member) {
        boolean defaultsToCaller =
                member.name().equals("recordedBy") && shape.type() != SessionHeld.class;
        return member.optional()
                || member.otherwise() != null
                || member.form() instanceof PersonIdForm
                || defaultsToCaller;
    }

    @Override
    public Map<String, Object> optional(Map<String, Object> schema) {
        return Schema.orNull(schema);
    }

    @Override
    public Map<String, Object> object(Map<String, Object> properties, List<String> required) {
        return Schema.object(properties, required);
    }

    @Override
    public Map<String, Object> codes(List<String> codes) {
        return Schema.of("type", "string", "enum", codes);
    }

    @Override
    public Map<String, Object> person() {
        return Schema.ref("Person");
    }

    @Override
    public Map<String, Object> personId() {
        return Schema.of("type", "string", "maxLength", 100);
    }

    @Override
    public Map<String, Object> words() {
        return Schema.ref("Words");
    }

    @Override
    public Map<String, Object> answers() {
        return Schema.ref("Answers");
    }

    @Override
    public Map<String, Object> replacement() {
        return Schema.of(
                "type", "object", "description", "The whole new body of what is corrected.");
    }
}
