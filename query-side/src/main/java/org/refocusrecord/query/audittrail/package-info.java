/** Who set which goal: whose it is, who proposed it, who set it, who agreed, who typed it. */
@NullMarked
package org.refocusrecord.query.audittrail;

import org.jspecify.annotations.NullMarked;
