package org.refocusrecord.app.server;

import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.util.unit.DataSize;

import java.time.Duration;

/**
 * How wrapped keys that were destroyed are wiped from the database's files.
 *
 * @param wipeUpTo up to which size the tables of keys are written anew; nobody records or reads
 *     words meanwhile
 * @param wipeEvery how often it is asked whether that is due
 */
@ConfigurationProperties("refocus.keys")
record KeySettings(DataSize wipeUpTo, Duration wipeEvery) {}
