package parsweep.web;

import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.context.TestConfiguration;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Import;
import org.springframework.context.annotation.Primary;
import org.springframework.test.context.DynamicPropertyRegistry;
import org.springframework.test.context.DynamicPropertySource;

/** Limits on an H2 file. */
@Import(H2LimitsTest.Disk.class)
class H2LimitsTest extends WithH2 implements LimitsContract {
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
