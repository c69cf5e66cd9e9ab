package parsweep.web;

import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.context.annotation.Import;
import org.springframework.test.context.DynamicPropertyRegistry;
import org.springframework.test.context.DynamicPropertySource;

/** Limits on PostgreSQL. */
@Import(SettableDisk.class)
class PostgresLimitsTest extends WithPostgres implements LimitsContract {
    @Autowired
    private SettableDisk disk;

    @DynamicPropertySource
    static void limits(DynamicPropertyRegistry registry) {
        LimitsContract.settings(registry);
    }

    @Override
    public SettableDisk disk() {
        return disk;
    }
}
