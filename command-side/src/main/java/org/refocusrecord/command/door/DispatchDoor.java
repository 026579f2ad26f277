package org.refocusrecord.command.door;

import org.axonframework.commandhandling.CommandBus;
import org.axonframework.commandhandling.GenericCommandMessage;
import org.axonframework.messaging.GenericMessage;
import org.jspecify.annotations.Nullable;
import org.refocusrecord.command.CommandRefused;
import org.refocusrecord.command.Refusal;
import org.refocusrecord.command.StreamCommand;
import org.refocusrecord.command.casefile.CaseCommand;
import org.refocusrecord.command.study.StudyCommand;
import org.refocusrecord.command.team.TeamCommand;
import org.refocusrecord.eventlog.AppendRefused;
import org.refocusrecord.eventlog.EventLog;
import org.refocusrecord.eventlog.Receipt;
import org.refocusrecord.eventlog.Repeat;
import org.refocusrecord.eventlog.axon.Passage;
import org.refocusrecord.eventlog.axon.Passage.Loading;
import org.refocusrecord.events.CommandId;
import org.refocusrecord.events.casefile.CaseOpened;
import org.refocusrecord.events.study.StudyRegistered;
import org.refocusrecord.events.team.TeamRegistered;

import java.util.Optional;
import java.util.concurrent.atomic.AtomicReference;

/**
 * Hands a command to Axon and says what became of it. It is decided at first on the state that is
 * kept, or for a stream that it begins on none; when somebody was faster it is decided again at the
 * head of the log, unseen by the caller. Before any refusal goes out it is decided at the head too,
 * and the log is asked whether the command was not recorded long ago.
 */
public final class DispatchDoor {

    private static final int TRIES = 100;

    private final CommandBus bus;
    private final EventLog log;

    /** To this bus, over this log. */
    public DispatchDoor(CommandBus bus, EventLog log) {
        this.bus = bus;
        this.log = log;
    }

    /** What became of a command. */
    public sealed interface Outcome {
        /** It was recorded now. */
        record RecordedNow(Receipt receipt) implements Outcome {}

        /** It had been recorded before, perhaps with other content. */
        record RecordedBefore(Repeat repeat) implements Outcome {
            boolean isBy(String account) {
                return switch (repeat) {
                    case Repeat.No _ -> false;
                    case Repeat.Same(Receipt receipt) -> receipt.postedBy().equals(account);
                    case Repeat.Other(Receipt receipt) -> receipt.postedBy().equals(account);
                    case Repeat.CannotTell(Receipt receipt) -> receipt.postedBy().equals(account);
                };
            }
        }
    }

    /**
     * Decides and records. A repeat is answered before any rule is; out of scope only to the
     * account that posted it.
     *
     * @param family the sealed family of the command, by which Axon routes it
     * @throws CommandRefused for every reason against it
     */
    public Outcome dispatch(StreamCommand command, Class<?> family) {
        CommandId id = command.commandId();
        String content = command.posting().content().canonical();
        Loading loading = begins(command) ? Loading.AS_NEW : Loading.AS_KEPT;
        for (int attempt = 1; ; attempt++) {
            Passage passage = new Passage(loading);
            try {
                send(command, family, passage);
                return new Outcome.RecordedNow(passage.receipt());
            } catch (CommandRefused refused) {
                if (loading != Loading.AT_HEAD) {
                    loading = Loading.AT_HEAD;
                    continue;
                }
                boolean outOfScope = refused.refusals().stream().anyMatch(Refusal::isOfScope);
                return (outOfScope
                                ? before(id, content, command.posting().postedBy())
                                : before(id, content))
                        .orElseThrow(() -> refused);
            } catch (AppendRefused refused) {
                boolean repeated = refused.why() == AppendRefused.Why.ALREADY_RECORDED;
                if (repeated) {
                    return before(id, content).orElseThrow(() -> refused);
                }
                if (attempt == TRIES) {
                    throw refused;
                }
                loading = Loading.AT_HEAD;
            }
        }
    }

    /** Whether it was recorded before, and posted by this account. */
    Optional<Outcome> before(CommandId id, String content, String postedBy) {
        return before(id, content)
                .filter(outcome ->
                        outcome instanceof Outcome.RecordedBefore recorded
                                && recorded.isBy(postedBy));
    }

    private Optional<Outcome> before(CommandId id, String content) {
        Repeat repeat = log.repeat(id, content);
        return repeat instanceof Repeat.No
                ? Optional.empty()
                : Optional.of(new Outcome.RecordedBefore(repeat));
    }

    private static boolean begins(StreamCommand command) {
        return switch (command) {
            case CaseCommand.StateFact fact -> fact.fact() instanceof CaseOpened;
            case TeamCommand.StateTeamFact fact -> fact.fact() instanceof TeamRegistered;
            case StudyCommand.StateStudyFact fact -> fact.fact() instanceof StudyRegistered;
            default -> false;
        };
    }

    private void send(StreamCommand command, Class<?> family, Passage passage) {
        AtomicReference<@Nullable Throwable> thrown = new AtomicReference<>();
        bus.dispatch(
                new GenericCommandMessage<>(
                        new GenericMessage<>(command, passage.toMetaData()), family.getName()),
                (message, result) -> {
                    if (result.isExceptional()) {
                        thrown.set(result.exceptionResult());
                    }
                });
        switch (thrown.get()) {
            case null -> {}
            case RuntimeException failed -> throw failed;
            case Error failed -> throw failed;
            case Throwable failed -> throw new IllegalStateException(failed);
        }
    }
}
