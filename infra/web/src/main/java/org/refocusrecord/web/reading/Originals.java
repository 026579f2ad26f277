package org.refocusrecord.web.reading;

import org.refocusrecord.events.Event;
import org.refocusrecord.events.casefile.CaseEvent;
import org.refocusrecord.events.log.LogEvent;
import org.refocusrecord.events.session.Entry;
import org.refocusrecord.events.shape.EventShape;
import org.refocusrecord.events.shape.Member;
import org.refocusrecord.events.study.StudyEvent;
import org.refocusrecord.events.team.TeamEvent;

import java.util.List;

/** What a replacement keeps of what it replaces where it says nothing else. */
final class Originals {

    private static final List<String> OF_ANY =
            List.of("commandId", "sessionId", "disagreementId", "erasureId", "recordedBy");

    private Originals() {}

    static ReadingContext stayingAsTheyWere(Event original, ReadingContext context) {
        ReadingContext staying = context;
        for (Member member : EventShape.of(original).members().members()) {
            Object value = member.of(original);
            boolean stays =
                    OF_ANY.contains(member.name()) || member.name().equals(idOfStream(original));
            if (stays
                    && value != null
                    && !(original instanceof Entry)
                    && !staying.otherwise().containsKey(member.name())) {
                staying = staying.otherwise(member.name(), value);
            }
        }
        return staying;
    }

    private static String idOfStream(Event original) {
        return switch (original) {
            case CaseEvent _ -> "caseId";
            case TeamEvent _ -> "teamId";
            case StudyEvent _ -> "studyId";
            case LogEvent _ ->
                    throw new IllegalStateException("nobody corrects what the log says of itself");
        };
    }
}
