package org.refocusrecord.command.door;

import org.axonframework.commandhandling.CommandBus;
import org.axonframework.commandhandling.GenericCommandMessage;
import org.axonframework.common.lock.Lock;
import org.axonframework.common.lock.LockAcquisitionFailedException;
import org.axonframework.common.lock.LockFactory;
import org.axonframework.common.lock.PessimisticLockFactory;
import org.axonframework.messaging.GenericMessage;
import org.jspecify.annotations.Nullable;
import org.refocusrecord.command.CommandRefused;
import org.refocusrecord.command.Loading;
import org.refocusrecord.command.Refusal;
import org.refocusrecord.eventlog.AppendRefused;
import org.refocusrecord.eventlog.EventLog;
import org.refocusrecord.eventlog.Receipt;
import org.refocusrecord.eventlog.Repeat;
import org.refocusrecord.eventlog.axon.Passage;
import org.refocusrecord.eventlog.store.LogBusy;
import org.refocusrecord.web.problem.ProblemException;

import java.time.Duration;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicReference;
import java.util.function.Function;

/**
 * Hands a command to Axon and says what became of it. Whether it is in scope and what becomes of it
 * is seen at first on the state that is kept; a stream that begins has none. When somebody was
 * faster all of it is seen again at the head of the log, unheard by the caller; so it is before any
 * refusal goes out, and then the log is asked too whether the command was not recorded long ago.
 *
 * <p>Commands of one stream take turns, so that on one node none of them is in another's way. A
 * turn is only for those whom the stream is the business of: that is seen before, and again within
 * it where the state is another one by then. Whoever begins a stream that is known to be there has
 * none: anybody can, in a scope of his own, and it is refused or a repeat.
 */
public final class DispatchDoor {

    private static final int TRIES = 100;
    // How often somebody who waits looks whether he is waited for himself.
    private static final int LOOKS = 50;

    private final LockFactory turns;
    private final CommandBus bus;
    private final EventLog log;
    private final StateDoor states;

    /**
     * To this bus, over this log and its states.
     *
     * @param longestWait how long a command waits for its turn
     */
    public DispatchDoor(CommandBus bus, EventLog log, StateDoor states, Duration longestWait) {
        this.bus = bus;
        this.log = log;
        this.states = states;
        this.turns =
                PessimisticLockFactory.builder()
                        .acquireAttempts(LOOKS)
                        .lockAttemptTimeout(
                                Math.clamp(longestWait.toMillis() / LOOKS, 1, Integer.MAX_VALUE))
                        .build();
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
     * @param command makes the command on the state that is come by like this, or throws {@link
     *     ProblemException} where that puts it out of scope
     * @throws CommandRefused for every reason against it
     * @throws LogBusy where others of the stream stand in the way for too long
     */
    public Outcome dispatch(Asked asked, Function<Loading, Scoped> command) {
        try {
            return inTurn(asked, command, Seen.of(command, Loading.AS_KEPT));
        } catch (ProblemException asKept) {
            return atHead(asked, command);
        }
    }

    /** Whom it is none of the business of is answered without a turn. */
    private Outcome atHead(Asked asked, Function<Loading, Scoped> command) {
        try {
            return inTurn(asked, command, Seen.of(command, Loading.AT_HEAD));
        } catch (ProblemException outOfScope) {
            return ownBefore(asked).orElseThrow(() -> outOfScope);
        }
    }

    /** A command as it was seen before its turn, on a state that was come by like this. */
    private record Seen(Scoped scoped, Loading loading) {

        static Seen of(Function<Loading, Scoped> command, Loading loading) {
            return new Seen(command.apply(loading), loading);
        }
    }

    private Outcome inTurn(Asked asked, Function<Loading, Scoped> command, Seen seen) {
        if (seen.scoped().beginsAgain()) {
            return decided(asked, command, seen);
        }
        try (Lock _ = turns.obtainLock(asked.stream())) {
            return decided(asked, command, seen);
        } catch (LockAcquisitionFailedException wait) {
            throw new LogBusy("others of the same stream stand in the way");
        }
    }

    private Outcome decided(Asked asked, Function<Loading, Scoped> command, Seen seen) {
        Loading loading = seen.loading();
        Scoped scoped = states.isAsKept(seen.scoped()) ? seen.scoped() : command.apply(loading);
        for (int attempt = 1; ; attempt++) {
            boolean atHead = loading == Loading.AT_HEAD;
            try {
                return new Outcome.RecordedNow(recorded(scoped));
            } catch (CommandRefused refused) {
                // Most that come again are refused for what they once recorded; it costs whoever is
                // refused for the first time one question more.
                Optional<Outcome> before = atHead ? before(asked, refused) : ownBefore(asked);
                if (atHead || before.isPresent()) {
                    return before.orElseThrow(() -> refused);
                }
            } catch (AppendRefused refused) {
                if (refused.why() == AppendRefused.Why.ALREADY_RECORDED) {
                    Optional<Outcome> before = atHead ? before(asked) : ownBefore(asked);
                    if (atHead || before.isPresent()) {
                        return before.orElseThrow(() -> refused);
                    }
                } else if (attempt == TRIES) {
                    throw new LogBusy("others of the same stream were faster each time");
                }
            }
            loading = Loading.AT_HEAD;
            scoped = command.apply(loading);
        }
    }

    private Optional<Outcome> before(Asked asked, CommandRefused refused) {
        boolean outOfScope = refused.refusals().stream().anyMatch(Refusal::isOfScope);
        return outOfScope ? ownBefore(asked) : before(asked);
    }

    /** What was recorded before, if whoever asks now posted it. */
    private Optional<Outcome> ownBefore(Asked asked) {
        return before(asked)
                .filter(outcome ->
                        outcome instanceof Outcome.RecordedBefore recorded
                                && recorded.isBy(asked.postedBy()));
    }

    private Optional<Outcome> before(Asked asked) {
        Repeat repeat = log.repeat(asked.commandId(), asked.content());
        return repeat instanceof Repeat.No
                ? Optional.empty()
                : Optional.of(new Outcome.RecordedBefore(repeat));
    }

    private Receipt recorded(Scoped scoped) {
        Passage passage = new Passage(scoped.aggregate(), scoped.lastEvent());
        AtomicReference<@Nullable Throwable> thrown = new AtomicReference<>();
        bus.dispatch(
                new GenericCommandMessage<>(
                        new GenericMessage<>(scoped.command(), passage.toMetaData()),
                        scoped.family().getName()),
                (message, result) -> {
                    if (result.isExceptional()) {
                        thrown.set(result.exceptionResult());
                    }
                });
        return switch (thrown.get()) {
            case null -> passage.receipt();
            case RuntimeException failed -> throw failed;
            case Error failed -> throw failed;
            case Throwable failed -> throw new IllegalStateException(failed);
        };
    }
}
