package org.refocusrecord.app.postgres;

import org.refocusrecord.app.data.DataFolder;
import org.refocusrecord.app.data.Hindrance;
import org.refocusrecord.app.data.Passwords;
import org.refocusrecord.eventlog.store.LogRoles;

import java.nio.charset.StandardCharsets;
import java.security.InvalidKeyException;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.sql.SQLException;
import java.util.HexFormat;
import java.util.Objects;

import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;

/**
 * A database that somebody else runs, and that was named by its owner's URL. The names of its other
 * logins follow from its own name, since the same server may hold another record, and their
 * passwords from the owner's, so that several servers give them the same.
 */
public final class GivenDatabase implements Database {

    private static final int DIGITS = 8;

    private final GivenUrl url;
    private final DataFolder folder;

    /** The database of a URL; the folder keeps what is not in the database. */
    public GivenDatabase(String url, DataFolder folder) {
        this.url = GivenUrl.of(url);
        this.folder = folder;
    }

    @Override
    public DatabaseAccess start() {
        DatabaseAccess access =
                new DatabaseAccess(
                        url.jdbcUrl(),
                        url.owner(),
                        url.owner(),
                        login(LogRoles.APPENDER),
                        login(DatabaseAccess.PROJECTOR));
        Administration administration = new Administration(access.as(access.administrator()));
        try {
            administration.ensureMembersAndViews(access);
            return access;
        } catch (SQLException failed) {
            throw hindrance(failed, access);
        }
    }

    private Hindrance hindrance(SQLException failed, DatabaseAccess access) {
        String state = Objects.requireNonNullElse(failed.getSQLState(), "");
        if (state.startsWith("08") || state.startsWith("57P")) {
            return new Hindrance(
                    "The database %s of DATABASE_URL cannot be reached.".formatted(url.jdbcUrl()),
                    failed);
        }
        if (!state.equals("42501") && !state.startsWith("28")) {
            return new Hindrance(
                    "The database %s of DATABASE_URL cannot be made ready (state %s)."
                            .formatted(url.jdbcUrl(), state),
                    failed);
        }
        return new Hindrance(
                "%s may not make the roles %s, %s and %s in %s, or its login was refused. Let an administrator grant it CREATEROLE, those of these roles that are there already WITH ADMIN OPTION, and the right to create schemas in that database."
                        .formatted(
                                url.owner(),
                                LogRoles.APPENDER,
                                LogRoles.READER,
                                access.projector().role(),
                                url.jdbcUrl()),
                failed);
    }

    private Login login(String kind) {
        String role = kind + "_" + HexFormat.of().formatHex(digest(url.database()), 0, DIGITS / 2);
        return new Login(role, password(role));
    }

    private static byte[] digest(String name) {
        try {
            return MessageDigest.getInstance("SHA-256")
                    .digest(name.getBytes(StandardCharsets.UTF_8));
        } catch (NoSuchAlgorithmException never) {
            throw new IllegalStateException("every JDK knows SHA-256", never);
        }
    }

    private String password(String role) {
        if (url.owner().password().isEmpty()) {
            return new Passwords(folder).of(role);
        }
        try {
            Mac mac = Mac.getInstance("HmacSHA256");
            mac.init(
                    new SecretKeySpec(
                            url.owner().password().getBytes(StandardCharsets.UTF_8), "HmacSHA256"));
            String name = "refocus-record/" + url.database() + "/" + role;
            return HexFormat.of().formatHex(mac.doFinal(name.getBytes(StandardCharsets.UTF_8)));
        } catch (NoSuchAlgorithmException | InvalidKeyException never) {
            throw new IllegalStateException("every JDK knows HMAC-SHA256", never);
        }
    }

    /** The log is not ours alone: docs/keys.md tells those whose it is. */
    @Override
    public boolean writeLogOver(DatabaseAccess access) {
        return true;
    }

    /** It runs on: others look after it. */
    @Override
    public void close() {}
}
