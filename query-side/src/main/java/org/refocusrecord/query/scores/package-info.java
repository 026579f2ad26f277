/** Scores of questionnaires, computed from the answers whenever they are read. */
@NullMarked
package org.refocusrecord.query.scores;

import org.jspecify.annotations.NullMarked;
