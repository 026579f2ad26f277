package org.refocusrecord.app.catalogue;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.refocusrecord.events.rating.Instruments;
import org.refocusrecord.events.shape.EventShape;
import org.refocusrecord.events.shape.Vocabulary;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;

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

    @Test
    void what_is_shown_as_posted_is_taken_by_the_doors() {
        int shown = 0;
        for (Vocabulary vocabulary : List.of(Vocabulary.CASE, Vocabulary.TEAM, Vocabulary.STUDY)) {
            for (EventShape shape : vocabulary.events()) {
                Example example = Example.of(vocabulary, shape);
                if (example.posted() != null) {
                    shown++;
                    assertThat(Doors.faultsOf(shape, example.posted())).isEmpty();
                    assertThat(Doors.faultsOf(shape, example.payload())).isNotEmpty();
                }
            }
        }
        assertThat(shown).isEqualTo(3);
    }

    @Test
    void every_item_of_every_instrument_is_in_the_catalogue() {
        String text = Questionnaires.text();
        for (Instruments.Instrument instrument : Instruments.all()) {
            int told =
                    text.lines()
                            .filter(row ->
                                    row.startsWith(
                                            "| `%s` | `%s` |"
                                                    .formatted(
                                                            instrument.code(),
                                                            instrument.version())))
                            .mapToInt(CatalogueTest::items)
                            .sum();
            assertThat(told).as(instrument.code()).isEqualTo(instrument.items().size());
        }
    }

    private static int items(String row) {
        String[] ends = row.split("\\|", -1)[3].strip().split("` to `", -1);
        return ends.length == 1 ? 1 : number(ends[1]) - number(ends[0]) + 1;
    }

    private static int number(String item) {
        return Integer.parseInt(item.replaceAll("\\D", ""));
    }
}
