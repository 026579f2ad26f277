package org.refocusrecord.app.postgres;

import java.util.LinkedHashMap;
import java.util.Map;
import java.util.stream.Collectors;

/** How the embedded PostgreSQL is set: every setting that matters is given, with its reason. */
final class Settings {

    private Settings() {}

    /** The whole of postgresql.conf, written anew at each start. */
    static String file(int port) {
        return all(port).entrySet().stream()
                .map(setting -> setting.getKey() + " = '" + setting.getValue() + "'\n")
                .collect(
                        Collectors.joining(
                                "",
                                "# Written by Refocus Record at each start; changes are lost.\n",
                                ""));
    }

    private static Map<String, String> all(int port) {
        Map<String, String> settings = new LinkedHashMap<>();
        settings.put("listen_addresses", "127.0.0.1");
        settings.put("port", Integer.toString(port));
        // Nobody comes in but by that port, and with a password.
        settings.put("unix_socket_directories", "");
        settings.put("password_encryption", "scram-sha-256");
        // Twice what a server takes, and some for whoever looks on.
        settings.put("max_connections", "120");
        // What was acknowledged is on the disk.
        settings.put("fsync", "on");
        settings.put("synchronous_commit", "on");
        settings.put("full_page_writes", "on");
        settings.put("shared_buffers", "128MB");
        settings.put("max_wal_size", "1GB");
        // Queries here are short; compiling them costs more than it gives.
        settings.put("jit", "off");
        settings.put("timezone", "UTC");
        settings.put("log_timezone", "UTC");
        settings.put("idle_in_transaction_session_timeout", "60s");
        // No statement and no row reaches the database's log: there may be words of people in them.
        settings.put("log_min_error_statement", "panic");
        settings.put("log_error_verbosity", "terse");
        settings.put("log_min_messages", "warning");
        settings.put("log_checkpoints", "off");
        return settings;
    }
}
