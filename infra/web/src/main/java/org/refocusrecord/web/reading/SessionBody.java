package org.refocusrecord.web.reading;

import org.refocusrecord.events.session.Entry;
import org.refocusrecord.events.session.SessionHeld;

import java.util.List;

/** A session as posted: its own facts, and all that came of it in order. */
public record SessionBody(SessionHeld held, List<Entry> entries) {}
