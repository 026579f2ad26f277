package org.refocusrecord.app.server;

import org.refocusrecord.app.data.DataFolder;
import org.refocusrecord.app.postgres.DatabaseAccess;
import org.refocusrecord.eventlog.keys.MasterKey;
import org.refocusrecord.eventlog.store.KeyWiping;
import org.springframework.context.ApplicationContextInitializer;
import org.springframework.context.support.GenericApplicationContext;

/**
 * What must be there before Spring can wire the rest: each becomes a bean. Whoever starts the
 * application otherwise than {@link RefocusServer} brings all of it.
 */
public record Foundation(
        DataFolder folder, DatabaseAccess access, MasterKey masterKey, KeyWiping wiping)
        implements ApplicationContextInitializer<GenericApplicationContext> {

    @Override
    public void initialize(GenericApplicationContext context) {
        context.registerBean(DataFolder.class, () -> folder);
        context.registerBean(DatabaseAccess.class, () -> access);
        context.registerBean(MasterKey.class, () -> masterKey);
        context.registerBean(KeyWiping.class, () -> wiping);
    }
}
