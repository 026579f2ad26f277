package org.refocusrecord.command.example;

import static org.refocusrecord.command.example.Cast.ADMINISTRATOR;
import static org.refocusrecord.command.example.Cast.ANOTHER_ADMINISTRATOR;
import static org.refocusrecord.command.example.Cast.CASE;
import static org.refocusrecord.command.example.Cast.SERVICE_USER_ID;
import static org.refocusrecord.command.example.Cast.TEAM;
import static org.refocusrecord.command.example.Cast.WORKER;
import static org.refocusrecord.command.example.Cast.id;
import static org.refocusrecord.command.example.Sayings.words;

import org.refocusrecord.command.Posting;
import org.refocusrecord.command.casefile.CaseCommand;
import org.refocusrecord.events.AnyId;
import org.refocusrecord.events.CommandId;
import org.refocusrecord.events.Id;
import org.refocusrecord.events.Person;
import org.refocusrecord.events.TeamId;
import org.refocusrecord.events.casefile.CaseClosed;
import org.refocusrecord.events.casefile.CaseEvent;
import org.refocusrecord.events.casefile.CaseFileEvent;
import org.refocusrecord.events.casefile.CaseOpened;
import org.refocusrecord.events.casefile.CaseTransferred;
import org.refocusrecord.events.casefile.ClosureReason;
import org.refocusrecord.events.correction.CorrectionEvent;
import org.refocusrecord.events.correction.DisagreementRepliedTo;
import org.refocusrecord.events.correction.EntryDisagreedWith;
import org.refocusrecord.events.correction.ErasureGrounds;
import org.refocusrecord.events.correction.ErasureScope;
import org.refocusrecord.events.correction.WordsErased;
import org.refocusrecord.events.correction.WordsErasureAsked;

import java.time.LocalDate;

/** Facts about the case, disagreements, replies and erasures. */
public final class Facts {

    private Facts() {}

    /** The id of a command. */
    public static CommandId command(String name) {
        return new CommandId(id("command " + name));
    }

    /** Anything that is corrected or contradicted. */
    public static AnyId any(Id id) {
        return new AnyId(id.value());
    }

    /** The case was opened. */
    public static CaseOpened opened() {
        return new CaseOpened(
                command("opening"),
                CASE,
                SERVICE_USER_ID,
                "SLAM",
                TEAM,
                null,
                LocalDate.of(2012, 1, 2),
                WORKER);
    }

    /** The case was closed. */
    public static CaseClosed closed() {
        return new CaseClosed(
                command("closure"),
                CASE,
                ClosureReason.PERSON_WISHED,
                LocalDate.of(2012, 3, 1),
                null,
                null,
                WORKER);
    }

    /** The case went to another team. */
    public static CaseTransferred transferred(String team, LocalDate on) {
        return new CaseTransferred(
                command("transfer to " + team),
                CASE,
                new TeamId(id("team " + team)),
                on,
                null,
                null,
                WORKER);
    }

    /** Somebody sees something otherwise. */
    public static EntryDisagreedWith disagreement(Id target, Person party) {
        return new EntryDisagreedWith(
                command("disagreement"), CASE, any(target), party, words("not so"), party);
    }

    /** Somebody replied to the disagreement. */
    public static DisagreementRepliedTo reply(Person party) {
        return new DisagreementRepliedTo(
                command("reply"), CASE, command("disagreement"), party, words("I see"), party);
    }

    /** An administrator asked that an entry's words be forgotten. */
    public static WordsErasureAsked erasureAsked(Id target) {
        return new WordsErasureAsked(
                command("erasure"),
                CASE,
                ErasureScope.ENTRY,
                any(target),
                ErasureGrounds.COURT_ORDER,
                "C-1",
                ADMINISTRATOR);
    }

    /** Another administrator approved. */
    public static WordsErased erased() {
        return new WordsErased(
                command("approval"), CASE, command("erasure"), ANOTHER_ADMINISTRATOR);
    }

    /** A fact is told; by administrators where it is about erasure. */
    public static Telling told(CaseEvent fact) {
        return new Telling() {
            @Override
            public Posting posting() {
                return switch (fact) {
                    case WordsErasureAsked _ -> Postings.byAdministrator();
                    case WordsErased _ -> Postings.byAnotherAdministrator();
                    default -> Postings.bySystem();
                };
            }

            @Override
            public CaseCommand command(Posting posting) {
                return new CaseCommand.StateFact(
                        CaseCommand.streamOf(CASE), posting, idOf(fact), fact);
            }
        };
    }

    private static CommandId idOf(CaseEvent fact) {
        return switch (fact) {
            case CaseFileEvent told -> told.commandId();
            case CorrectionEvent said -> said.commandId();
            default -> throw new IllegalArgumentException("not a fact about the case");
        };
    }
}
