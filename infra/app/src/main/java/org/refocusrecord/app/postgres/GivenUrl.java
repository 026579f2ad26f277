package org.refocusrecord.app.postgres;

import org.postgresql.Driver;
import org.postgresql.PGProperty;
import org.refocusrecord.app.data.Hindrance;

import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;
import java.util.Objects;
import java.util.Properties;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * An address of a database as people write it, {@code postgresql://owner:password@host/database} or
 * {@code jdbc:postgresql://host/database?user=owner&password=…}, taken apart so that the password
 * stands in no URL that is shown.
 */
record GivenUrl(String jdbcUrl, Login owner, String database) {

    private static final Pattern PLAIN =
            Pattern.compile(
                    "postgres(?:ql)?://(?:([^:@/]*)(?::([^@/]*))?@)?([^/?]*)/([^/?]+)(\\?.*)?");
    private static final Pattern LOGIN_PARAMETERS =
            Pattern.compile("(?<=[?&])(?:user|password)=[^&]*&?");

    static GivenUrl of(String url) {
        String text = url.strip();
        if (text.startsWith("jdbc:postgresql:")) {
            return ofJdbc(text, "", "");
        }
        Matcher plain = PLAIN.matcher(text);
        if (!plain.matches()) {
            throw notReadable();
        }
        return ofJdbc(
                "jdbc:postgresql://%s/%s%s"
                        .formatted(
                                plain.group(3),
                                plain.group(4),
                                Objects.requireNonNullElse(plain.group(5), "")),
                decoded(plain.group(1)),
                decoded(plain.group(2)));
    }

    private static GivenUrl ofJdbc(String url, String role, String password) {
        Properties parsed = Driver.parseURL(url, new Properties());
        if (parsed == null) {
            throw notReadable();
        }
        // Where no user is named the driver takes the account's, as PostgreSQL's own programs do.
        String user = role.isEmpty() ? PGProperty.USER.getOrDefault(parsed) : role;
        String secret = password.isEmpty() ? PGProperty.PASSWORD.getOrDefault(parsed) : password;
        String database = PGProperty.PG_DBNAME.getOrDefault(parsed);
        if (user == null || database == null) {
            throw notReadable();
        }
        return new GivenUrl(
                withoutLogin(url),
                new Login(user, Objects.requireNonNullElse(secret, "")),
                database);
    }

    private static String withoutLogin(String url) {
        return LOGIN_PARAMETERS.matcher(url).replaceAll("").replaceFirst("[?&]$", "");
    }

    private static String decoded(String text) {
        return text == null
                ? ""
                : URLDecoder.decode(text.replace("+", "%2B"), StandardCharsets.UTF_8);
    }

    private static Hindrance notReadable() {
        return new Hindrance(
                "DATABASE_URL is not readable: write"
                        + " postgresql://owner:password@host:5432/database.");
    }
}
