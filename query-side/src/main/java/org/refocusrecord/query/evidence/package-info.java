/** Evidence of one case, for whoever audits it without the service: how it is made and checked. */
@NullMarked
package org.refocusrecord.query.evidence;

import org.jspecify.annotations.NullMarked;
