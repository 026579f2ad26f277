package org.refocusrecord.app.postgres;

/** A role of the database and its password, which is never shown by accident. */
public record Login(String role, String password) {

    @Override
    public String toString() {
        return role;
    }
}
