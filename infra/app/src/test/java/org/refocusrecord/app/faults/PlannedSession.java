package org.refocusrecord.app.faults;

/**
 * A session that is to be sent.
 *
 * @param byHttp whether it is posted
 * @param byKafka whether it is sent to the topic
 */
record PlannedSession(String id, String caseId, String body, boolean byHttp, boolean byKafka) {}
