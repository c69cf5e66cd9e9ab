package parsweep.web;

import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.context.TestConfiguration;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Import;
import org.springframework.context.annotation.Primary;
import org.springframework.test.context.DynamicPropertyRegistry;
import org.springframework.test.context.DynamicPropertySource;

/** Limits on PostgreSQL. */
@Import(PostgresLimitsTest.Disk.class)
class PostgresLimitsTest extends WithPostgres implements LimitsContract {
    @TestConfiguration(proxyBeanMethods = false)
    static class Disk {
        @Bean
        @Primary
        SettableDisk settableDisk() {
            return new SettableDisk();
        }
    }

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
