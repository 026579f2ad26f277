package org.refocusrecord.app.contracts;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator.ReplaceUnderscores;
import org.junit.jupiter.api.Test;

import java.io.IOException;
import java.nio.file.Path;
import java.util.SortedMap;
import java.util.TreeMap;

/** The documents say what there is. */
@DisplayNameGeneration(ReplaceUnderscores.class)
class ContractsTest {

    private static final String STALE =
            "docs/asyncapi.json or docs/schemas is stale: CONTRIBUTING.md says how to write them"
                    + " anew";

    @Test
    void the_documents_say_what_there_is() throws IOException {
        SortedMap<Path, String> made = made();
        if ("write".equals(System.getProperty("catalogue"))) {
            Documents.write(made);
        }
        assertThat(Documents.onDisk()).as(STALE).isEqualTo(made);
    }

    private static SortedMap<Path, String> made() throws IOException {
        var document = AsyncApi.document(Documents.released());
        SortedMap<Path, String> made = new TreeMap<>();
        made.put(Documents.ASYNC_API, Layout.of(document));
        SchemaFiles.of(document)
                .forEach((name, schema) ->
                        made.put(Documents.SCHEMAS.resolve(name), Layout.of(schema)));
        return made;
    }
}
