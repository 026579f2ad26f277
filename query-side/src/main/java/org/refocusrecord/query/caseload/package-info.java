/** Cases as they stand today: whose they are, who works with the person, and who may read them. */
@NullMarked
package org.refocusrecord.query.caseload;

import org.jspecify.annotations.NullMarked;
