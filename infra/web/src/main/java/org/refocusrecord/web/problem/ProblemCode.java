package org.refocusrecord.web.problem;

import java.util.Arrays;
import java.util.Map;
import java.util.function.Function;
import java.util.stream.Collectors;

/**
 * Every reason for which a request is not done, with its HTTP status, a title, and what to do next.
 * This is the only list of them: other modules name a reason by its code.
 */
public enum ProblemCode {
    JSON_NOT_READABLE(
            "json.not-readable",
            400,
            "The body is not readable JSON",
            "Send one complete JSON value in UTF-8, as RFC 8259 has it: no comments, no "
                    + "trailing commas, nothing after the end. Nothing was done, so the corrected "
                    + "request can be sent under the same id."),
    JSON_KEY_TWICE(
            "json.key-twice",
            400,
            "A key stands twice in one object",
            "Send each key once: which of two values is meant cannot be told. The pointer "
                    + "names the key."),
    JSON_TOO_DEEP(
            "json.too-deep",
            400,
            "The JSON is nested too deeply",
            "Send at most 32 levels of objects and lists within each other."),
    FIELD_UNKNOWN(
            "field.unknown",
            400,
            "A field is not known here",
            "Compare the field's name with the OpenAPI document, and leave out what is "
                    + "filled in by the record or stands in the path. A mistyped field is refused, "
                    + "so that nothing is lost in silence."),
    FIELD_MISSING(
            "field.missing",
            400,
            "A field is missing",
            "Send the field that the pointer names. A field that is null counts as left " + "out."),
    FIELD_WRONG_TYPE(
            "field.wrong-type",
            400,
            "A field has the wrong type",
            "Send the type that the OpenAPI document names: numbers without quotes and fractions,"
                + " UUIDs in lower case and not the nil one, days as YYYY-MM-DD, instants as RFC"
                + " 3339 with a zone or offset and at most six digits of a second."),
    VALUE_NOT_ALLOWED(
            "value.not-allowed",
            400,
            "A value is not allowed here",
            "Choose from the list or the range that the message or the OpenAPI document "
                    + "names."),
    TEXT_BLANK(
            "text.blank",
            400,
            "A text is blank",
            "Write something, or leave the field out where it is optional."),
    TEXT_TOO_LONG(
            "text.too-long",
            400,
            "A text is too long",
            "Shorten the text; as a rule 10,000 characters are the limit. Longer accounts "
                    + "can be told in several entries."),
    TEXT_NOT_ALLOWED(
            "text.not-allowed",
            400,
            "A text holds a character that cannot be kept",
            "Remove the character U+0000 and halves of surrogate pairs."),
    LIST_EMPTY(
            "list.empty",
            400,
            "A list is empty",
            "Put at least one element into the list, or leave it out where it is optional."),
    LIST_TOO_LONG(
            "list.too-long",
            400,
            "A list is too long",
            "Send fewer elements; the message names the limit. A long meeting can be "
                    + "posted as several sessions."),
    TIME_IN_FUTURE(
            "time.in-future",
            400,
            "A time is in the future",
            "Send when it really happened, or ask about a moment that has come. Check the "
                    + "clock of the sending machine if it should have been the present."),
    TIME_TOO_EARLY("time.too-early", 400, "A time is before 1900", "Check the year."),
    ANSWER_UNKNOWN_ITEM(
            "answer.unknown-item",
            400,
            "The instrument has no such item",
            "Use the item codes of the instrument and version that the entry names."),
    ANSWER_NOT_ALLOWED(
            "answer.not-allowed",
            400,
            "The item cannot be answered so",
            "Send a number on the item's scale, or one of its codes; DECLINED and MISSING "
                    + "are always allowed."),
    RANGE_REVERSED(
            "range.reversed",
            400,
            "A range ends before it begins",
            "Swap the two ends, or correct the one that is wrong."),
    QUERY_UNKNOWN(
            "query.unknown",
            400,
            "A query parameter is not known here",
            "Compare the parameter's name with the OpenAPI document. A mistyped parameter "
                    + "is refused, because the answer would be to another question."),
    QUERY_NOT_READABLE(
            "query.not-readable",
            400,
            "A query parameter cannot be read",
            "Send the parameter once, in the form that the OpenAPI document names."),
    CURSOR_NOT_READABLE(
            "cursor.not-readable",
            400,
            "The cursor does not belong to this list",
            "Send the cursor of the answer before with the same path and the same filters, "
                    + "or begin again without one."),
    TOKEN_MISSING(
            "token.missing",
            401,
            "A bearer token is needed",
            "Send the header Authorization: Bearer with a token of the issuer that this "
                    + "service trusts."),
    TOKEN_NOT_VALID(
            "token.not-valid",
            401,
            "The bearer token is not valid",
            "Ask the issuer for a new token. It may have run out, be meant for another "
                    + "service, lack a claim that this service needs, or have a claim in a "
                    + "form that it does not take: sub is an account of 1 to 100 characters "
                    + "of A-Z a-z 0-9 . _ : / -."),
    ROLE_NOT_ENOUGH(
            "role.not-enough",
            403,
            "The role does not allow this",
            "Ask somebody whose role allows it, or use a token that carries the role; for what is"
                    + " of all trusts, one that names none."),
    RECORDED_BY_NOT_YOU(
            "recorded-by.not-you",
            403,
            "Somebody else is named as the recorder",
            "Name yourself in recordedBy, or leave it out. Only a clinical system may post "
                    + "what others recorded."),
    TRUST_NOT_YOURS(
            "trust.not-yours", 403, "That is another trust", "Send the trust of the token."),
    APPROVAL_SAME_PERSON(
            "approval.same-person",
            403,
            "An erasure needs two people",
            "Ask another administrator to approve it."),
    PATH_UNKNOWN(
            "path.unknown",
            404,
            "There is nothing at this path",
            "Compare the path with the OpenAPI document."),
    CASE_UNKNOWN(
            "case.unknown",
            404,
            "There is no such case for this caller",
            "Check the id. A case that is not there and a case out of the caller's reach "
                    + "look alike."),
    TEAM_UNKNOWN(
            "team.unknown",
            404,
            "There is no such team for this caller",
            "Check the id. A team that is not there and a team out of the caller's reach "
                    + "look alike."),
    STUDY_UNKNOWN(
            "study.unknown",
            404,
            "There is no such study for this caller",
            "Check the id. A study that is not there and a study out of the caller's reach "
                    + "look alike."),
    SESSION_UNKNOWN(
            "session.unknown",
            404,
            "There is no such session for this caller",
            "Check the id. A session that was not recorded and a session out of the "
                    + "caller's reach look alike; one that was not recorded can be posted."),
    COMMAND_UNKNOWN(
            "command.unknown",
            404,
            "There is no such command for this caller",
            "Check the id. A command that was not recorded and a command out of the "
                    + "caller's reach look alike; one that was not recorded can be posted."),
    ENTRY_UNKNOWN(
            "entry.unknown",
            404,
            "There is no such entry for this caller",
            "Check the id. An entry that is not there and an entry out of the caller's "
                    + "reach look alike."),
    DISAGREEMENT_UNKNOWN(
            "disagreement.unknown",
            404,
            "There is no such disagreement for this caller",
            "Check the id: it is the commandId of the disagreement."),
    ERASURE_UNKNOWN(
            "erasure.unknown",
            404,
            "There is no such erasure for this caller",
            "Check the id: it is the commandId by which the erasure was asked for."),
    EVENT_UNKNOWN(
            "event.unknown",
            404,
            "There is no such event for this caller",
            "Check the id. An event that is not there and an event out of the caller's "
                    + "reach look alike."),
    DEFINITION_UNKNOWN(
            "definition.unknown",
            404,
            "There is no such definition",
            "Check the name and the version, or publish the definition for the study " + "first."),
    REPLAY_UNKNOWN(
            "replay.unknown",
            404,
            "There is no such replay for this caller",
            "Check the id, or ask for the replay again."),
    PROJECTION_UNKNOWN(
            "projection.unknown",
            404,
            "There is no such projection",
            "Choose a name from the list of projections."),
    DEAD_LETTER_UNKNOWN(
            "dead-letter.unknown",
            404,
            "There is no such dead letter, or no more",
            "Choose an id from the list of dead letters. Brokers keep them for a while only, and of"
                    + " what was too large even for them the value stayed where it came from."),
    DEAD_LETTER_NOT_TAKEN(
            "dead-letter.not-taken",
            409,
            "The topic from which the dead letter came does not take it",
            "Look whether that topic is there, takes records as large as this one, and lets the"
                    + " service write to it; mend that, and send the letter again."),
    METHOD_NOT_ALLOWED(
            "method.not-allowed",
            405,
            "The path does not take this method",
            "Use one of the methods that the header Allow names."),
    ACCEPT_NOT_OFFERED(
            "accept.not-offered",
            406,
            "The answer is not to be had in that form",
            "Send no Accept header, or one that takes the form that the OpenAPI document "
                    + "names."),
    SESSION_CONTENT_DIFFERS(
            "session.content-differs",
            409,
            "The session was recorded with other content",
            "Nothing was changed. A repeat has the same values, each text and each time spelt "
                    + "as it was. If the session was posted wrongly, correct it; if it is "
                    + "another session, post it under a new id."),
    COMMAND_CONTENT_DIFFERS(
            "command.content-differs",
            409,
            "The command was recorded with other content",
            "Nothing was changed. A repeat has the same values, each text and each time spelt "
                    + "as it was. If the command was posted wrongly, correct it; if it is "
                    + "another command, post it under a new id."),
    ID_TAKEN(
            "id.taken",
            409,
            "An id is taken",
            "Give what is new an id of its own. Ids of entries, items, sessions and "
                    + "commands are one space, and stay taken when what they named was in error."),
    TOPIC_TAKEN(
            "topic.taken",
            409,
            "Events are sent to that topic already",
            "Name another topic than that of the service itself, or wait until another call for "
                    + "this one has ended."),
    TOPIC_NOT_FRESH(
            "topic.not-fresh",
            409,
            "That topic has other records than these would be",
            "Name a topic that has none, or one that was filled by this call before: it goes on by "
                    + "itself where that ended, so leave the position out."),
    WORDS_ERASED(
            "words.erased",
            410,
            "It was recorded once, and its words are erased",
            "It cannot be told whether this is the same content again, since the words are "
                    + "gone. Do not send it again."),
    VERSION_STALE(
            "version.stale",
            412,
            "The case has moved on",
            "Read the case again, see whether what you wanted to record still fits, and "
                    + "send it with the new ETag, or without If-Match."),
    BODY_TOO_LARGE(
            "body.too-large",
            413,
            "The body is too large",
            "Send at most 1 MiB. A long meeting can be posted as several sessions. Whoever "
                    + "posts more than 4 MB may find the connection cut and not this answer."),
    BODY_NOT_JSON(
            "body.not-json",
            415,
            "The body is not sent as JSON",
            "Send Content-Type: application/json, in UTF-8, without a content encoding."),
    REFERENCE_UNKNOWN(
            "reference.unknown",
            422,
            "Something is named that is not there",
            "Name what is recorded for this case and not in error. Record first what has "
                    + "not been recorded yet."),
    REFERENCE_WRONG_KIND(
            "reference.wrong-kind",
            422,
            "Something of another kind is named",
            "Name what the field asks for; the id belongs to something else."),
    TIME_BEFORE_REFERENCE(
            "time.before-reference",
            422,
            "An effect stands before its cause",
            "Correct the time of one of the two: the message names both."),
    LATE_REASON_MISSING(
            "late.reason-missing",
            422,
            "A late session needs a reason",
            "Say in lateReason why it is recorded so late, or send in firstRecordedAt when "
                    + "it was first written down."),
    PARTY_UNKNOWN(
            "party.unknown",
            422,
            "Nobody of that party took part",
            "Name the person with an id, or add him or her to the participants."),
    PARTY_AMBIGUOUS(
            "party.ambiguous",
            422,
            "Several people of that party took part",
            "Name the one who is meant with an id."),
    PARTY_ID_MISSING(
            "party.id-missing",
            422,
            "It is not said who is meant",
            "Send the id of the person beside the party."),
    PARTY_TWICE("party.twice", 422, "Somebody is named twice", "Name each person of a list once."),
    CONTRACT_NEEDS_BOTH(
            "contract.needs-both",
            422,
            "A coaching contract needs both sides",
            "Name the service user and the worker of the contract in agreedBy."),
    ACCEPTANCE_NOT_OWN_ACT(
            "acceptance.not-own-act",
            422,
            "Only the person can do this as an own act",
            "Use SIGNED, SPOKEN or REPORTED for what somebody else passes on; an own act "
                    + "comes by the person's own door."),
    ATTAINMENT_NOT_OWN(
            "attainment.not-own",
            422,
            "Attainment is the person's own rating",
            "Leave attainment out, or name the service user in accordingTo if it is his or "
                    + "her own rating."),
    MEASURE_NEEDS_GOAL(
            "measure.needs-goal",
            422,
            "This measure is about a goal",
            "Send the goalId of the goal that was rated."),
    OWN_ENTRY_ANOTHER_PERSON(
            "own-entry.another-person",
            422,
            "Somebody else is named at the person's own door",
            "Leave the field out or name the service user. What others did or said is "
                    + "recorded in a session."),
    WORDS_NOT_YOURS(
            "words.not-yours",
            422,
            "These are somebody else's own words",
            "Add your own view beside them, or name the person in confirmedBy once he or "
                    + "she has confirmed the change."),
    ENTRY_IN_ERROR(
            "entry.in-error",
            422,
            "It is marked as entered in error",
            "Take the mark back first, or record it anew under a new id."),
    ENTRY_OTHERS_REST_ON_IT(
            "entry.others-rest-on-it",
            422,
            "Other entries rest on it",
            "Correct the entries that the message names first, or together with it."),
    REPLACEMENT_NOT_THE_SAME(
            "replacement.not-the-same",
            422,
            "The replacement is of something else",
            "Keep the ids, the kind and the place that may not change; mark the wrong one "
                    + "in error and record it anew if it is another."),
    RATE_TOO_HIGH(
            "rate.too-high",
            429,
            "Too many requests",
            "Wait as long as Retry-After says, then send the request again."),
    FAULT(
            "fault",
            500,
            "Something went wrong here",
            "The fault is on this side. Tell whoever runs the service the id; sending the "
                    + "same request again does no harm."),
    LOG_BUSY(
            "log.busy",
            503,
            "The record is busy",
            "Wait as long as Retry-After says, then ask again; what is to be recorded goes under "
                    + "the same id: nothing was done, or the receipt is given again."),
    LOG_NOT_REACHABLE(
            "log.not-reachable",
            503,
            "The record cannot be reached",
            "Wait as long as Retry-After says, then send the same request again under the "
                    + "same id: nothing was done, or the receipt is given again."),
    ISSUER_NOT_REACHABLE(
            "issuer.not-reachable",
            503,
            "The issuer of tokens cannot be reached",
            "Wait as long as Retry-After says, then send the same request again with the same "
                    + "token: nothing was done, and nothing is said against the token."),
    KEY_NOT_HELD(
            "key.not-held",
            503,
            "The service does not hold the key that the record wants",
            "Wait as long as Retry-After says, then send the same request again under the "
                    + "same id: nothing was done, or the receipt is given again. Whoever runs the "
                    + "service brings the new master key to every server; its log names the key."),
    KAFKA_NOT_REACHABLE(
            "kafka.not-reachable",
            503,
            "The brokers cannot be reached",
            "Wait as long as Retry-After says, then send the same request again. Whoever runs the "
                    + "service finds out why the brokers do not answer it, or refuse."),
    EVENT_NOT_READABLE(
            "event.not-readable",
            503,
            "An event of this record cannot be read by the service as it now runs",
            "Nothing was done. Whoever runs the service finds the event in its log: a newer "
                    + "version may have written it, or it is damaged, or somebody took it out. "
                    + "Ask again when that is mended."),
    VIEW_BEHIND(
            "view.behind",
            503,
            "The view has not caught up yet",
            "Wait as long as Retry-After says, then ask again.");

    private static final Map<String, ProblemCode> BY_CODE =
            Arrays.stream(values())
                    .collect(Collectors.toUnmodifiableMap(ProblemCode::code, Function.identity()));

    private final String code;
    private final int status;
    private final String title;
    private final String advice;

    ProblemCode(String code, int status, String title, String advice) {
        this.code = code;
        this.status = status;
        this.title = title;
        this.advice = advice;
    }

    /** The reason of a code. */
    public static ProblemCode of(String code) {
        ProblemCode found = BY_CODE.get(code);
        if (found == null) {
            throw new IllegalArgumentException("no such problem code: " + code);
        }
        return found;
    }

    /** Whether there is such a code. */
    public static boolean isCode(String code) {
        return BY_CODE.containsKey(code);
    }

    /** The code, as it stands in answers. */
    public String code() {
        return code;
    }

    /** The HTTP status of an answer with this code. */
    public int status() {
        return status;
    }

    /** What is the case, in a few words. */
    public String title() {
        return title;
    }

    /** What to do next. */
    public String advice() {
        return advice;
    }

    /** The path at which the reason can be read about. */
    public String type() {
        return "/problems/" + code;
    }
}
