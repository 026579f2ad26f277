package org.refocusrecord.web.reading;

import org.refocusrecord.events.session.Entry;
import org.refocusrecord.events.session.OwnEntriesWritten;

import java.util.List;

/** What a service user posted by the own door. */
public record OwnEntriesBody(OwnEntriesWritten written, List<Entry> entries) {}
