package org.refocusrecord.app.server;

import org.refocusrecord.app.data.DataFolder;
import org.refocusrecord.eventlog.Arrivals;
import org.refocusrecord.eventlog.EventLog;
import org.refocusrecord.eventlog.keys.Randomness;
import org.refocusrecord.eventlog.seal.SealKeyFile;
import org.refocusrecord.eventlog.seal.Sealed;
import org.refocusrecord.eventlog.seal.Sealer;
import org.refocusrecord.eventlog.seal.SignedCheckpoint;
import org.refocusrecord.eventlog.seal.SignerKey;
import org.springframework.beans.factory.annotation.Qualifier;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

import java.nio.file.Path;

import javax.sql.DataSource;

/** The seal of the log, and the key that it signs with. */
@Configuration(proxyBeanMethods = false)
class SealConfiguration {

    @Bean
    SignerKey signerKey(
            DataFolder folder,
            EventLog log,
            @Qualifier("appender") DataSource appender,
            SealProperties properties) {
        Path file =
                properties.keyFile().isBlank() ? folder.sealKey() : Path.of(properties.keyFile());
        String signedBy =
                new Sealed(appender).newest().map(SignedCheckpoint::verifier).orElse(null);
        return new SealKeyFile(file, Randomness.secure())
                .open(log.store().identity().logId(), signedBy, properties.newKey());
    }

    @Bean(initMethod = "start", destroyMethod = "close")
    Sealer sealer(
            EventLog log,
            @Qualifier("appender") DataSource appender,
            @Qualifier("reader") DataSource reader,
            Arrivals arrivals,
            SignerKey key,
            SealProperties properties) {
        return new Sealer(log, appender, reader, arrivals, key, properties.settings());
    }
}
