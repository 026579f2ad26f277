package org.refocusrecord.app.demo;

import org.refocusrecord.app.cli.ServerOption;
import org.refocusrecord.app.data.DataFolder;
import org.refocusrecord.app.data.Hindrance;
import org.refocusrecord.app.data.Launcher;
import org.refocusrecord.app.data.ServerNote;
import org.refocusrecord.app.data.ShellWord;
import org.refocusrecord.app.demo.posting.LocalTokens;
import org.refocusrecord.app.demo.posting.Tokens;
import org.refocusrecord.security.LocalIssuer;
import org.refocusrecord.security.Role;
import org.refocusrecord.security.TokenRequest;

import java.io.IOException;
import java.nio.file.Path;
import java.time.Clock;
import java.util.Optional;

/** The server to post to, and whose tokens it takes: what is not named, a data folder tells. */
public record Host(String url, Tokens tokens) {

    static Host of(ServerOption server) {
        String token = server.token();
        return new Host(address(server), token == null ? local(server.data()) : Tokens.only(token));
    }

    /** The address of a server: the one that is named, else the one that runs on a data folder. */
    public static String address(ServerOption server) {
        String url = server.url();
        return url == null ? running(server.data()) : checked(url);
    }

    private static String checked(String url) {
        boolean isAddress = url.matches("https?://[^\\s/?#]+(/[^\\s?#]*)?");
        if (!isAddress) {
            throw new Hindrance(
                    "--url takes the address of a server, such as http://127.0.0.1:8080.");
        }
        return url;
    }

    private static String running(Path data) {
        Optional<ServerNote> note =
                ServerNote.in(DataFolder.existing(data))
                        .filter(found -> found.process().isPresent());
        String url = note.map(ServerNote::url).orElse(null);
        if (url == null) {
            throw new Hindrance(
                    "No server is running on %s. Start it (%s up --data %s), or name one with --url."
                            .formatted(data, Launcher.asCalled(), ShellWord.of(data)));
        }
        return url;
    }

    private static Tokens local(Path data) {
        return new LocalTokens(issuer(data), Clock.systemUTC());
    }

    /** The token that was given, else one of an administrator of the server of the data folder. */
    public static String administrator(ServerOption server) {
        String given = server.token();
        return given == null
                ? issuer(server.data())
                        .token(TokenRequest.of(Role.ADMIN), Clock.systemUTC().instant())
                : given;
    }

    /** The issuer whose key lies in a data folder. */
    public static LocalIssuer issuer(Path data) {
        Path folder = DataFolder.existing(data).path();
        try {
            return LocalIssuer.in(folder);
        } catch (IOException unreadable) {
            throw new Hindrance(
                    "The signing key in %s cannot be read (%s)."
                            .formatted(folder, unreadable.getMessage()),
                    unreadable);
        }
    }
}
