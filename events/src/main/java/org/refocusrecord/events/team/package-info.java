/** Teams: staff, allocation to a study, implementation sessions, partnership projects. */
@NullMarked
package org.refocusrecord.events.team;

import org.jspecify.annotations.NullMarked;
