package org.refocusrecord.app.postgres;

/** The database under a server: its own, or one that it was given. */
public sealed interface Database extends AutoCloseable permits EmbeddedDatabase, GivenDatabase {

    /** Starts it if it is to be started; its roles can log in afterwards. */
    DatabaseAccess start();

    /**
     * Sees to it that what is no longer in the tables does not lie in the write-ahead log either;
     * where others look after the database, that is theirs to do.
     *
     * @param access what {@link #start} answered
     * @return false where it still does, since somebody keeps old segments
     */
    boolean writeLogOver(DatabaseAccess access);

    /** Stops it if it was started; does nothing the second time. */
    @Override
    void close();
}
