package org.refocusrecord.app.data;

import java.io.IOException;
import java.nio.file.Path;
import java.security.SecureRandom;
import java.util.HashMap;
import java.util.HexFormat;
import java.util.Map;

/**
 * The passwords of the embedded database's roles: drawn once, kept where only the owner of the data
 * folder may read them.
 */
public final class Passwords {

    private static final int BYTES = 24;

    private final Path file;

    public Passwords(DataFolder folder) {
        this.file = folder.keys().resolve("database-passwords.properties");
    }

    /** The password of a role; drawn and kept where there is none yet. */
    public synchronized String of(String role) {
        try {
            Map<String, String> lines = new HashMap<>(Lines.in(file));
            String known = lines.get(role);
            if (known != null) {
                return known;
            }
            byte[] bits = new byte[BYTES];
            new SecureRandom().nextBytes(bits);
            String drawn = HexFormat.of().formatHex(bits);
            lines.put(role, drawn);
            Lines.write(file, lines);
            return drawn;
        } catch (IOException unusable) {
            throw new Hindrance(
                    "The passwords of the database in %s cannot be read or kept (%s)."
                            .formatted(file, unusable.getMessage()),
                    unusable);
        }
    }
}
