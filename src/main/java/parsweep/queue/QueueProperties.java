package parsweep.queue;

import org.springframework.boot.context.properties.ConfigurationProperties;

/**
 * Settings of the engine.
 *
 * @param workers points that run at a time; 0 for as many as there are processors
 */
@ConfigurationProperties("parsweep")
record QueueProperties(int workers) {
    int workersOrProcessors() {
        return workers > 0 ? workers : Runtime.getRuntime().availableProcessors();
    }
}
