package parsweep.store.embedded;

import java.lang.reflect.InvocationHandler;
import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Method;
import java.lang.reflect.Proxy;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * A connection that has the lock of {@link OneWriter} from the first statement that may change something to the end of the
 * transaction. For one thread at a time, as every connection.
 */
final class WritingConnection implements InvocationHandler {
    private static final Pattern READS = Pattern.compile("\\s*select\\b", Pattern.CASE_INSENSITIVE);

    /** A locked row is a changed row to H2, and so is a sequence. */
    private static final Pattern CHANGES = Pattern.compile(
            "\\bfor\\s+(no\\s+key\\s+)?update\\b|\\bnext\\s+value\\b|\\bnextval\\b" + "|\\b(old|new|final)\\s+table\\b",
            Pattern.CASE_INSENSITIVE);

    private final Connection connection;
    private final OneWriter writer;
    private boolean isWriting;

    WritingConnection(Connection connection, OneWriter writer) {
        this.connection = connection;
        this.writer = writer;
    }

    /** Whether a statement may change something; a word too many in a text is a wait too many and no harm. */
    static boolean changes(String sql) {
        return !READS.matcher(sql).lookingAt() || CHANGES.matcher(sql).find();
    }

    @Override
    public @Nullable Object invoke(Object proxy, Method method, Object @Nullable [] arguments) throws Throwable {
        return switch (method.getName()) {
            case "equals" -> arguments != null && proxy == arguments[0];
            case "hashCode" -> System.identityHashCode(proxy);
            case "createStatement" -> watched((Statement) call(connection, method, arguments), null, Statement.class);
            case "prepareStatement", "prepareCall" -> prepared(method, arguments);
            case "commit", "rollback", "setAutoCommit" -> perhapsEnded(method, arguments);
            case "close", "abort" -> closed(method, arguments);
            default -> call(connection, method, arguments);
        };
    }

    private @Nullable Object prepared(Method method, Object @Nullable [] arguments) throws Throwable {
        Statement statement = (Statement) call(connection, method, arguments);
        String sql = arguments == null ? "" : String.valueOf(arguments[0]);
        return changes(sql) ? watched(statement, sql, method.getReturnType()) : statement;
    }

    /**
     * @param prepared what it does, or null if it is told at each execution
     */
    private Object watched(@Nullable Statement statement, @Nullable String prepared, Class<?> type) {
        InvocationHandler handler = (proxy, method, arguments) -> {
            if (!method.getName().startsWith("execute")) {
                return call(statement, method, arguments);
            }
            boolean isPlainRead =
                    prepared == null && arguments != null && arguments[0] instanceof String sql && !changes(sql);
            return isPlainRead ? call(statement, method, arguments) : executed(statement, method, arguments);
        };
        return Proxy.newProxyInstance(WritingConnection.class.getClassLoader(), new Class<?>[] {type}, handler);
    }

    private @Nullable Object executed(@Nullable Statement statement, Method method, Object @Nullable [] arguments)
            throws Throwable {
        boolean isAlone = connection.getAutoCommit(); // a connection that breaks does not say
        begin();
        try {
            return call(statement, method, arguments);
        } finally {
            if (isAlone) {
                end();
            }
        }
    }

    private @Nullable Object closed(Method method, Object @Nullable [] arguments) throws Throwable {
        try {
            return call(connection, method, arguments);
        } finally {
            end();
        }
    }

    /** Not by a rollback to a savepoint, and not by {@code setAutoCommit(false)}. */
    private @Nullable Object perhapsEnded(Method method, Object @Nullable [] arguments) throws Throwable {
        Object result = call(connection, method, arguments);
        if (arguments == null || Boolean.TRUE.equals(arguments[0])) {
            end();
        }
        return result;
    }

    private void begin() throws SQLException {
        if (!isWriting) {
            writer.lock();
            isWriting = true;
        }
    }

    private void end() {
        if (isWriting) {
            isWriting = false;
            writer.unlock();
        }
    }

    private static @Nullable Object call(@Nullable Object target, Method method, Object @Nullable [] arguments)
            throws Throwable {
        try {
            return method.invoke(target, arguments);
        } catch (InvocationTargetException e) {
            throw e.getCause() == null ? e : e.getCause();
        }
    }
}
