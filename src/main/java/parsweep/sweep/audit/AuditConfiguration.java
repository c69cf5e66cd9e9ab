package parsweep.sweep.audit;

import java.time.Clock;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import parsweep.exec.WorkerPool;
import parsweep.sweep.Sweeps;
import parsweep.sweep.state.BlockStore;
import parsweep.sweep.state.TurnStore;

@Configuration(proxyBeanMethods = false)
class AuditConfiguration {
    @Bean
    SpeedUps speedUps(Sweeps sweeps, BlockStore blocks, TurnStore turns, Clock clock) {
        return new SpeedUps(sweeps, blocks, turns, clock);
    }

    @Bean
    Verifier verifier(Sweeps sweeps, WorkerPool pool) {
        return new Verifier(sweeps, pool);
    }

    @Bean
    Profiler profiler(Sweeps sweeps, WorkerPool pool) {
        return new Profiler(sweeps, pool);
    }

    @Bean
    Calibrator calibrator(Sweeps sweeps, WorkerPool pool) {
        return new Calibrator(sweeps, pool);
    }
}
