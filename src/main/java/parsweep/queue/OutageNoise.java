package parsweep.queue;

import ch.qos.logback.classic.Level;
import ch.qos.logback.classic.Logger;
import ch.qos.logback.classic.LoggerContext;
import ch.qos.logback.classic.turbo.TurboFilter;
import ch.qos.logback.core.spi.FilterReply;
import java.sql.SQLException;
import org.jspecify.annotations.Nullable;
import org.slf4j.LoggerFactory;
import org.slf4j.Marker;

/**
 * Leaves out what libraries say about a database that does not answer: a stack trace of a hundred lines from every loop
 * and every connection, every few seconds. {@link Engine} says it in one line, and says when it is over. Every other
 * fault passes, and so does what this service says itself.
 */
final class OutageNoise extends TurboFilter {
    /** Connection exceptions, in the SQL standard. */
    private static final String CONNECTION = "08";

    /** PostgreSQL shuts down, has crashed, or starts up, or somebody has ended the connection. */
    private static final String OPERATOR_INTERVENTION = "57P";

    /** PostgreSQL has ended a transaction that did nothing for long, and with it the connection. */
    private static final String IDLE_IN_TRANSACTION = "25P03";

    /** What the connection pool says when a broken connection is rolled back. */
    private static final String CLOSED = "Connection is closed";

    /** Until {@link #uninstall}; does nothing where another library does the logging. */
    void install() {
        if (LoggerFactory.getILoggerFactory() instanceof LoggerContext context) {
            context.addTurboFilter(this);
        }
    }

    void uninstall() {
        if (LoggerFactory.getILoggerFactory() instanceof LoggerContext context) {
            context.getTurboFilterList().remove(this);
        }
    }

    @Override
    public FilterReply decide(
            @Nullable Marker marker,
            Logger logger,
            Level level,
            @Nullable String format,
            Object @Nullable [] arguments,
            @Nullable Throwable thrown) {
        Throwable fault = thrown;
        if (fault == null && arguments != null && arguments.length > 0) {
            fault = arguments[arguments.length - 1] instanceof Throwable last ? last : null;
        }
        return fault != null && !logger.getName().startsWith("parsweep.") && isOutage(fault)
                ? FilterReply.DENY
                : FilterReply.NEUTRAL;
    }

    /** Whether something failed for want of a database, which needs no stack trace. */
    static boolean isOutage(Throwable fault) {
        for (Throwable cause = fault; cause != null; cause = cause.getCause()) {
            if (cause instanceof SQLException e && isOutage(e)) {
                return true;
            }
        }
        return false;
    }

    private static boolean isOutage(SQLException e) {
        String state = e.getSQLState();
        return state == null
                ? CLOSED.equals(e.getMessage())
                : state.startsWith(CONNECTION)
                        || state.startsWith(OPERATOR_INTERVENTION)
                        || state.equals(IDLE_IN_TRANSACTION);
    }
}
