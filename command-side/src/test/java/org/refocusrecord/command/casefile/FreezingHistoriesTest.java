package org.refocusrecord.command.casefile;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.refocusrecord.command.door.StateDoor;
import org.refocusrecord.command.example.Cast;
import org.refocusrecord.command.snapshot.StateForm;
import org.refocusrecord.eventlog.json.Upcasters;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.GeneralSecurityException;
import java.security.MessageDigest;
import java.util.HexFormat;

/**
 * What the fold of cases makes of whole histories, event by event: what only shows where
 * corrections, ties and things that rest on each other meet. Where a history was told otherwise
 * (another rule, another lot) its own hash is another one, and the fold's says nothing: both are
 * then frozen anew. Where only the fold's is, {@link StateDoor#CASE_FOLD} is raised.
 */
class FreezingHistoriesTest {

    private static final int HISTORIES = 12;
    private static final int COMMANDS = 60;
    private static final Path FROZEN = Path.of("src/test/resources/folds");

    private final StateForm<CaseState> form = StateDoor.caseForm(Cast.LONDON, Upcasters.NONE);

    @Test
    void of_cases() throws IOException, GeneralSecurityException {
        StringBuilder told = new StringBuilder();
        for (long seed = 0; seed < HISTORIES; seed++) {
            told.append(lines(seed));
        }
        Path frozen = FROZEN.resolve("case-" + StateDoor.CASE_FOLD + ".histories.sha256");
        assertThat(told.toString())
                .as("a fold that makes another state of the same history has another number")
                .isEqualTo(Files.exists(frozen) ? Files.readString(frozen) : "");
    }

    private String lines(long seed) throws GeneralSecurityException {
        MessageDigest told = MessageDigest.getInstance("SHA-256");
        MessageDigest made = MessageDigest.getInstance("SHA-256");
        CaseState state = CaseState.EMPTY;
        for (Recorded recorded : RandomCase.lived(seed, COMMANDS).history()) {
            told.update(recorded.toString().getBytes(StandardCharsets.UTF_8));
            state = CaseRecord.evolve(state, recorded);
            made.update(form.write(state));
        }
        assertThat(state.mended().byId()).as("corrections in history %d", seed).isNotEmpty();
        HexFormat hex = HexFormat.of();
        return "%s  history-%d\n%s  fold-%d\n"
                .formatted(hex.formatHex(told.digest()), seed, hex.formatHex(made.digest()), seed);
    }
}
