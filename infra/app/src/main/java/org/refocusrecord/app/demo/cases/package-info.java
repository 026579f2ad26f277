/** What is made up about cases: one person's year, meeting by meeting. */
@NullMarked
package org.refocusrecord.app.demo.cases;

import org.jspecify.annotations.NullMarked;
