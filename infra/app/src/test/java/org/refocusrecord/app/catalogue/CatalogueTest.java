package org.refocusrecord.app.catalogue;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;

class CatalogueTest {

    private static final Path EVENTS = Project.file("docs/events.md");

    @Test
    void the_catalogue_says_what_there_is() throws IOException {
        String text = Catalogue.text();
        if ("write".equals(System.getProperty("catalogue"))) {
            Files.writeString(EVENTS, text);
        }
        assertThat(Files.readString(EVENTS))
                .as("docs/events.md is stale: its own text says how to write it anew")
                .isEqualTo(text);
    }
}
