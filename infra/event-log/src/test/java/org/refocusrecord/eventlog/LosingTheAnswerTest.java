package org.refocusrecord.eventlog;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import org.junit.jupiter.api.AutoClose;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.refocusrecord.eventlog.store.LogNotReachable;

import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Method;
import java.lang.reflect.Proxy;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.SQLException;

import javax.sql.DataSource;

/** The connection breaks around an append: what became of it is asked, never guessed. */
class LosingTheAnswerTest {

    /** When the connection breaks. */
    private enum Breaks {
        BEFORE_IT_IS_SENT,
        AFTER_IT_WAS_COMMITTED
    }

    @TempDir private Path keys;

    private final CaseInTheLog theCase = new CaseInTheLog();
    @AutoClose private OpenLog openLog;
    private EventLog log;

    @BeforeEach
    void open() {
        openLog = new OpenLog(keys);
        log = openLog.log();
    }

    @Test
    void what_was_committed_is_answered_as_if_nothing_had_happened() {
        Appending opening = theCase.opening("sent");

        Receipt receipt = over(Breaks.AFTER_IT_WAS_COMMITTED).append(opening);

        assertThat(log.receipt(opening.commandId())).hasValue(receipt);
        assertThat(log.stream(theCase.stream())).hasSize(1);
    }

    @Test
    void what_was_not_sent_is_not_there_and_can_be_posted_again() {
        Appending opening = theCase.opening("sent");

        assertThatExceptionOfType(LogNotReachable.class)
                .isThrownBy(() -> over(Breaks.BEFORE_IT_IS_SENT).append(opening));

        assertThat(log.receipt(opening.commandId())).isEmpty();
        assertThat(log.append(opening).version()).isEqualTo(1);
    }

    @Test
    void what_another_recorded_meanwhile_under_the_same_id_is_a_repeat() {
        Appending opening = theCase.opening("sent");
        Appending theirs =
                Appending.whateverCameLast(
                        opening.stream(),
                        0,
                        opening.commandId(),
                        "sent",
                        "another-node",
                        opening.recordedBy(),
                        theCase.opening("sent").events());
        log.append(theirs);

        assertThatExceptionOfType(AppendRefused.class)
                .isThrownBy(() -> over(Breaks.BEFORE_IT_IS_SENT).append(opening))
                .matches(refused -> refused.why() == AppendRefused.Why.ALREADY_RECORDED);
    }

    private EventLog over(Breaks when) {
        return openLog.over(breaking(when), openLog.master());
    }

    private DataSource breaking(Breaks when) {
        return around(
                DataSource.class,
                openLog.database().appender(),
                (method, made) ->
                        made instanceof Connection connection
                                ? around(
                                        Connection.class,
                                        connection,
                                        (_, inner) ->
                                                inner instanceof PreparedStatement statement
                                                                && isAppend(statement)
                                                        ? breaking(statement, when)
                                                        : inner)
                                : made);
    }

    private static boolean isAppend(PreparedStatement statement) {
        return statement.toString().contains("refocus_log.append(");
    }

    private static PreparedStatement breaking(PreparedStatement statement, Breaks when) {
        return (PreparedStatement)
                Proxy.newProxyInstance(
                        LosingTheAnswerTest.class.getClassLoader(),
                        new Class<?>[] {PreparedStatement.class},
                        (_, method, arguments) -> {
                            boolean breaks = method.getName().equals("executeQuery");
                            if (breaks && when == Breaks.BEFORE_IT_IS_SENT) {
                                throw new SQLException("broken", "08006");
                            }
                            Object answer = invoke(method, statement, arguments);
                            if (breaks) {
                                throw new SQLException("broken", "08006");
                            }
                            return answer;
                        });
    }

    /** What a call gave, made into something else. */
    private interface Wrapping {
        Object wrapped(Method method, Object made);
    }

    private static <T> T around(Class<T> type, T target, Wrapping wrapping) {
        return type.cast(
                Proxy.newProxyInstance(
                        LosingTheAnswerTest.class.getClassLoader(),
                        new Class<?>[] {type},
                        (_, method, arguments) ->
                                wrapping.wrapped(method, invoke(method, target, arguments))));
    }

    private static Object invoke(Method method, Object target, Object[] arguments)
            throws Throwable {
        try {
            return method.invoke(target, arguments);
        } catch (InvocationTargetException thrown) {
            throw thrown.getCause();
        }
    }
}
