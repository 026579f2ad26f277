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
import java.net.Socket;
import java.net.URI;
import java.nio.file.Path;
import java.util.List;
import java.util.Random;
import java.util.concurrent.FutureTask;
import java.util.concurrent.TimeUnit;

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
        try (EmbeddedBroker broker = new EmbeddedBroker(data, _ -> {})) {
            String address = broker.start();
            Topic kept = new Topic(address, "kept");
            kept.make();
            kept.write(List.of("before"));

            disk.fill();
            FutureTask<Void> writing =
                    new FutureTask<>(() -> {
                        kept.write(MANY);
                        return null;
                    });
            Thread.ofVirtual().start(writing);
            Eventually.await(() -> !listens(address));
            assertThat(writing).isNotDone();
            disk.size(100);
            writing.get(2, TimeUnit.MINUTES);

            assertThat(kept.read()).contains("before").containsAll(MANY);
        }
    }

    /** Its own log may lie on the disk that is full, so nothing can be read there. */
    private static boolean listens(String address) {
        URI at = URI.create("tcp://" + address);
        try (Socket broker = new Socket(at.getHost(), at.getPort())) {
            return broker.isConnected();
        } catch (IOException refused) {
            return false;
        }
    }
}
