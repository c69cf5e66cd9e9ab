package parsweep.queue;

import com.github.kagkarlsson.scheduler.jdbc.DefaultJdbcCustomization;
import java.util.function.Supplier;

/**
 * The statement that takes shards, in words that PostgreSQL and H2 both understand. db-scheduler's own for PostgreSQL
 * writes the limit behind the lock, which H2 refuses; and its default, a single statement, takes more than the limit
 * after a VACUUM.
 */
final class SkipLockedSql extends DefaultJdbcCustomization {
    private final Supplier<String> moreConditions;

    /** Takes any shard. */
    SkipLockedSql() {
        this(() -> "");
    }

    /**
     * @param moreConditions of SQL on what is taken, each with its "and"; asked every time
     */
    SkipLockedSql(Supplier<String> moreConditions) {
        super(false);
        this.moreConditions = moreConditions;
    }

    @Override
    public String getName() {
        return "PostgreSQL and H2";
    }

    @Override
    public String getQueryLimitPart(int limit) {
        return " limit " + limit;
    }

    @Override
    public boolean supportsGenericLockAndFetch() {
        return true;
    }

    @Override
    public String createGenericSelectForUpdateQuery(
            String tableName, int limit, String requiredAndCondition, boolean orderByPriority) {
        return "select * from " + tableName + " where picked = ? and execution_time <= ? " + requiredAndCondition
                + moreConditions.get() + " order by execution_time" + getQueryLimitPart(limit)
                + " for update skip locked";
    }
}
