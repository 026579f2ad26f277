package org.refocusrecord.app.faults;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import org.refocusrecord.app.data.DataFolder;
import org.refocusrecord.app.kafka.EmbeddedBroker;
import org.refocusrecord.app.kafka.Topic;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Random;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;

/** A broker whose disk is full ends the process that it runs in, where it may. */
@Timeout(300)
class FillingTheBrokersDiskTest {

    private static final List<String> MANY =
            new Random(7).longs(300).mapToObj(number -> Long.toString(number)).toList();

    @TempDir private Path folder;
    private Disk disk = Disk.none();

    @BeforeEach
    void mount() throws Exception {
        disk = Disk.mountedOn(folder, 100);
    }

    @AfterEach
    void unmount() throws Exception {
        disk.unmount();
    }

    @Test
    void who_writes_to_it_waits_until_there_is_room_again_and_nothing_acknowledged_is_lost()
            throws Exception {
        DataFolder data = DataFolder.at(folder.resolve("data"));
        data.prepare();
        try (EmbeddedBroker broker = new EmbeddedBroker(data, _ -> {});
                ExecutorService thread = Executors.newSingleThreadExecutor()) {
            Topic kept = new Topic(broker.start(), "kept");
            kept.make();
            kept.write(List.of("before"));

            disk.fill();
            Future<?> writing =
                    thread.submit(() -> {
                        kept.write(MANY);
                        return null;
                    });
            Eventually.await(() -> said(data).contains("No space left"));
            assertThat(writing).isNotDone();
            disk.size(100);
            writing.get();

            assertThat(kept.read()).contains("before").containsAll(MANY);
        }
    }

    private static String said(DataFolder data) {
        try {
            return Files.exists(data.brokerLog()) ? Files.readString(data.brokerLog()) : "";
        } catch (IOException unreadable) {
            throw new UncheckedIOException(unreadable);
        }
    }
}
