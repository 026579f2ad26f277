/**
 * Cases, teams and studies told by example: builders that read like speech, with fixed ids and
 * days.
 */
@NullMarked
package org.refocusrecord.command.example;

import org.jspecify.annotations.NullMarked;
