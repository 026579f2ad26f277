/** What is made up about teams: their staff, what they took part in, what they did with it. */
@NullMarked
package org.refocusrecord.app.demo.teams;

import org.jspecify.annotations.NullMarked;
