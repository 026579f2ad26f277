/** What is told on the command line about dead letters. */
@NullMarked
package org.refocusrecord.app.deadletters;

import org.jspecify.annotations.NullMarked;
