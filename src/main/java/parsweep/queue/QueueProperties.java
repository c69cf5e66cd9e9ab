package parsweep.queue;

import java.util.List;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * Settings of the engine.
 *
 * @param role what this process does: all, or only serve (server), or only compute
 * @param workers points that run at a time; 0 for as many as there are processors
 */
@ConfigurationProperties("parsweep")
record QueueProperties(@DefaultValue("all") String role, int workers) {
    private static final List<String> ROLES = List.of("all", "server", "worker");

    /**
     * @throws IllegalArgumentException if there is no such role
     */
    QueueProperties {
        if (!ROLES.contains(role)) {
            throw new IllegalArgumentException("parsweep.role=%s (expected: all, server or worker)".formatted(role));
        }
    }

    /** Points that run in this process at a time; 0 if it only serves. */
    int slots() {
        if (role.equals("server")) {
            return 0;
        }
        return workers > 0 ? workers : Runtime.getRuntime().availableProcessors();
    }
}
