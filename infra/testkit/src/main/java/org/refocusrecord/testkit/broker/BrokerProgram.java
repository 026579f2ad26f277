package org.refocusrecord.testkit.broker;

import kafka.server.KafkaConfig;
import kafka.server.KafkaRaftServer;

import org.apache.kafka.common.utils.Time;
import org.apache.kafka.metadata.storage.Formatter;

import java.io.IOException;
import java.io.PrintStream;
import java.io.Reader;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Properties;

/**
 * The program of a broker's process: formats its folder at the first start and serves until told to
 * end.
 */
final class BrokerProgram {

    private BrokerProgram() {}

    /** Takes the file of its properties and the id of the cluster. */
    public static void main(String[] arguments) throws Exception {
        endWithWhoeverStartedIt();
        Properties properties = new Properties();
        try (Reader reader = Files.newBufferedReader(Path.of(arguments[0]))) {
            properties.load(reader);
        }
        KafkaConfig config = new KafkaConfig(properties);
        format(config, arguments[1]);
        KafkaRaftServer server = new KafkaRaftServer(config, Time.SYSTEM);
        Runtime.getRuntime().addShutdownHook(new Thread(server::shutdown, "ending"));
        server.startup();
        server.awaitShutdown();
    }

    private static void format(KafkaConfig config, String clusterId) throws Exception {
        new Formatter()
                .setClusterId(clusterId)
                .setNodeId(config.nodeId())
                .setControllerListenerName("CONTROLLER")
                .setMetadataLogDirectory(config.metadataLogDir())
                .addDirectory(config.metadataLogDir())
                .setIgnoreFormatted(true)
                .setPrintStream(new PrintStream(PrintStream.nullOutputStream()))
                .run();
    }

    /** A test's JVM that was killed closes the pipe, and leaves no broker behind. */
    private static void endWithWhoeverStartedIt() {
        Thread.ofPlatform()
                .daemon()
                .name("parent")
                .start(() -> {
                    try {
                        while (System.in.read() >= 0) {
                            // Nothing is ever said.
                        }
                    } catch (IOException gone) {
                        // As good as the end.
                    }
                    Runtime.getRuntime().halt(1);
                });
    }
}
