package org.refocusrecord.app.demo.trial;

import java.time.LocalDate;

/**
 * Something to post.
 *
 * @param command its name, as imports say it
 * @param path the path below {@code /api/v1}
 * @param body the JSON
 * @param account on whose account
 * @param on the day on which it was written down: later ones may rest on it
 */
public record Post(String command, String path, String body, Account account, LocalDate on) {}
