package org.refocusrecord.app.kafka;

import org.apache.kafka.common.Uuid;
import org.apache.kafka.metadata.storage.Formatter;
import org.refocusrecord.app.data.DataFolder;
import org.refocusrecord.app.data.Folders;
import org.refocusrecord.app.data.Hindrance;
import org.refocusrecord.app.data.OwnerOnly;

import java.io.OutputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;

/** Where a broker of a data folder's own keeps its topics. It has one name for as long as it is. */
final class BrokerFolder {

    private static final String ASIDE = "broker.new";

    private final DataFolder data;

    BrokerFolder(DataFolder data) {
        this.data = data;
    }

    /**
     * Makes it where it is missing: aside, and moved into place, so that a crash leaves no half.
     */
    Path made() {
        if (data.broker().toString().contains(",")) {
            throw new Hindrance(
                    "There is a comma in the path of %s, and Kafka would take it for two folders. Name another folder with --data."
                            .formatted(data));
        }
        Folders.clear(data.path(), ASIDE);
        if (Files.notExists(data.broker())) {
            make();
        }
        return data.broker();
    }

    private void make() {
        try {
            Path aside = data.path().resolve(ASIDE);
            OwnerOnly.folder(aside);
            new Formatter()
                    .setClusterId(Uuid.randomUuid().toString())
                    .setNodeId(BrokerSettings.NODE)
                    .setControllerListenerName(BrokerSettings.CONTROLLER)
                    .setMetadataLogDirectory(aside.toString())
                    .addDirectory(aside.toString())
                    .setPrintStream(
                            new PrintStream(
                                    OutputStream.nullOutputStream(), false, StandardCharsets.UTF_8))
                    .run();
            Files.move(aside, data.broker(), StandardCopyOption.ATOMIC_MOVE);
        } catch (Exception failed) { // Kafka's own word for all that can go wrong.
            throw new Hindrance(
                    "The broker could not be made in %s (%s).".formatted(data, failed.getMessage()),
                    failed);
        }
    }
}
