package org.refocusrecord.bench;

import org.refocusrecord.query.access.Access;
import org.refocusrecord.query.access.AccessKeeper;
import org.springframework.context.ApplicationContextInitializer;
import org.springframework.context.support.GenericApplicationContext;

import java.util.List;

/**
 * Keeps who read, as the product does, or throws it away, to see what keeping it costs. The product
 * has no such switch: here it stands before what the product writes with.
 */
final class AccessSwitch implements AccessKeeper {

    private final AccessKeeper keeper;
    private volatile boolean keeps = true;

    private AccessSwitch(AccessKeeper keeper) {
        this.keeper = keeper;
    }

    /** Puts one before the product's own. */
    static ApplicationContextInitializer<GenericApplicationContext> put() {
        return context ->
                context.registerBean(
                        AccessSwitch.class,
                        () -> new AccessSwitch(context.getBean("accessKeeper", AccessKeeper.class)),
                        definition -> {
                            definition.setPrimary(true);
                            definition.setDestroyMethodName("");
                        });
    }

    void turn(boolean on) {
        keeps = on;
    }

    @Override
    public void keep(List<Access> accesses) {
        if (keeps) {
            keeper.keep(accesses);
        }
    }

    @Override
    public void close() {
        keeper.close();
    }
}
