package org.refocusrecord.query.door;

import org.refocusrecord.query.history.CaseHistory;
import org.refocusrecord.query.history.Remark;
import org.refocusrecord.query.history.Standing;

/**
 * A correction, disagreement or reply, and whether it was taken back.
 *
 * @param event as it is stored; its members are shown as members of the remark
 */
record ShownRemark(ShownEvent event, Standing standing) {

    static ShownRemark of(Remark remark, CaseHistory history) {
        return new ShownRemark(ShownEvent.of(remark.recorded(), history), remark.standing());
    }
}
