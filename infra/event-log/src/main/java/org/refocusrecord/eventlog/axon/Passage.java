package org.refocusrecord.eventlog.axon;

import org.axonframework.messaging.MetaData;
import org.axonframework.messaging.unitofwork.CurrentUnitOfWork;
import org.jspecify.annotations.Nullable;
import org.refocusrecord.eventlog.Receipt;

import java.util.Optional;

/**
 * What goes along with a command on its way through Axon: how its stream is to be loaded, and, once
 * it is recorded, the receipt.
 */
public final class Passage {

    private static final String KEY = "passage";

    private final Loading loading;
    private volatile @Nullable Receipt receipt;

    /** How the state is come by that a command is decided on. */
    public enum Loading {
        /**
         * Nothing is read: the command begins its stream. If it does not, the append says so, since
         * the version is not the one that was thought.
         */
        AS_NEW,
        /**
         * As it was last known on this node, which may be a while ago. An acceptance is guarded by
         * the append; a refusal must not go out.
         */
        AS_KEPT,
        /** As it is at the head of the log. */
        AT_HEAD
    }

    /** A passage of a command whose stream is loaded like this. */
    public Passage(Loading loading) {
        this.loading = loading;
    }

    /** As metadata of the command's message. */
    public MetaData toMetaData() {
        return MetaData.with(KEY, this);
    }

    Loading loading() {
        return loading;
    }

    /** What was recorded. */
    public Receipt receipt() {
        Receipt recorded = receipt;
        if (recorded == null) {
            throw new IllegalStateException("nothing was recorded");
        }
        return recorded;
    }

    void recorded(Receipt recorded) {
        receipt = recorded;
    }

    /** The passage of the command that is being handled; empty where it came by another way. */
    static Optional<Passage> current() {
        // A unit of work may be of no message at all.
        return CurrentUnitOfWork.isStarted()
                ? Optional.ofNullable(CurrentUnitOfWork.get().getMessage())
                        .map(message -> (Passage) message.getMetaData().get(KEY))
                : Optional.empty();
    }
}
