package org.refocusrecord.web.openapi;

import org.refocusrecord.events.shape.Member;
import org.refocusrecord.events.shape.RecordShape;

import java.util.List;
import java.util.Map;

/**
 * Who writes what a schema is of. A caller may use short forms and leave out what has a default;
 * what the record sends out says all in full, and may say more in a later release.
 */
sealed interface Standpoint permits Posted, Sent {

    /** What the component of a record is called. */
    String component(Class<?> type);

    /** Whether a member is written at all. */
    boolean has(Member member);

    /** Whether it may be left out. */
    boolean mayLack(RecordShape shape, Member member);

    /** The schema of a member that may be left out. */
    Map<String, Object> optional(Map<String, Object> schema);

    /** An object of these members. */
    Map<String, Object> object(Map<String, Object> properties, List<String> required);

    /** One of a list of codes. */
    Map<String, Object> codes(List<String> codes);

    /** A person. */
    Map<String, Object> person();

    /** The id of a person whose party stands beside it. */
    Map<String, Object> personId();

    /** What somebody said. */
    Map<String, Object> words();

    /** The answers to a questionnaire. */
    Map<String, Object> answers();

    /** The whole payload of another event. */
    Map<String, Object> replacement();
}
