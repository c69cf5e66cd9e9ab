package parsweep.web;

import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.context.annotation.Import;
import org.springframework.test.context.DynamicPropertyRegistry;
import org.springframework.test.context.DynamicPropertySource;

/** Limits on an H2 file. */
@Import(SettableDisk.class)
class H2LimitsTest extends WithH2 implements LimitsContract {
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
