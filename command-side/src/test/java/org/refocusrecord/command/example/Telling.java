package org.refocusrecord.command.example;

import org.refocusrecord.command.Posting;
import org.refocusrecord.command.casefile.CaseCommand;

/** Something that is told to the record: a command, once it is known who posts it. */
public interface Telling {

    /** Who posts it where nothing else is said. */
    Posting posting();

    /** As a command. */
    CaseCommand command(Posting posting);

    /** The same, posted by somebody else. */
    default Telling posted(Posting by) {
        Telling same = this;
        return new Telling() {
            @Override
            public Posting posting() {
                return by;
            }

            @Override
            public CaseCommand command(Posting posting) {
                return same.command(posting);
            }
        };
    }
}
