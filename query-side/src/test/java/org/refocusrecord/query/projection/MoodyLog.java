package org.refocusrecord.query.projection;

import java.util.function.BooleanSupplier;

/** A log whose pages cannot be read now and then. */
final class MoodyLog extends PassedOn {

    private final BooleanSupplier isBroken;

    MoodyLog(EventFeed log, BooleanSupplier isBroken) {
        super(log);
        this.isBroken = isBroken;
    }

    @Override
    public Pages pages(long afterPosition, int limit) {
        Pages well = super.pages(afterPosition, limit);
        return new CutPages(
                afterPosition,
                _ -> {
                    if (isBroken.getAsBoolean()) {
                        throw new IllegalStateException("no log");
                    }
                    return well.next();
                });
    }
}
