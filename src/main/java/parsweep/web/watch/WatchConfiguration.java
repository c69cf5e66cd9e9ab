package parsweep.web.watch;

import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import parsweep.web.PageSnapshot;
import parsweep.web.Snapshot;
import parsweep.web.SweepQuery;
import parsweep.web.SweepResponses;

@Configuration(proxyBeanMethods = false)
@EnableConfigurationProperties(WatchProperties.class)
class WatchConfiguration {
    @Bean
    Watch<Long, Snapshot> sweepWatch(SweepResponses responses, WatchProperties properties) {
        return new Watch<>("sweep-watch", responses::read, properties.interval());
    }

    @Bean
    Watch<SweepQuery, PageSnapshot> listWatch(SweepResponses responses, WatchProperties properties) {
        return new Watch<>("list-watch", responses::read, properties.listInterval());
    }
}
