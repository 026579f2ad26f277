package org.refocusrecord.app.postgres;

/** The database under a server: its own, or one that it was given. */
public sealed interface Database extends AutoCloseable permits EmbeddedDatabase, GivenDatabase {

    /** Starts it if it is to be started; its roles can log in afterwards. */
    DatabaseAccess start();

    /** Stops it if it was started; does nothing the second time. */
    @Override
    void close();
}
