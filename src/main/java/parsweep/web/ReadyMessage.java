package parsweep.web;

import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.boot.context.event.ApplicationReadyEvent;
import org.springframework.boot.web.server.context.WebServerApplicationContext;
import org.springframework.context.event.EventListener;
import org.springframework.stereotype.Component;
import parsweep.sweep.worker.Workers;

/** Tells the person at the terminal, as the last line of the start, where to go. */
@Component
class ReadyMessage {
    private static final Logger LOG = LoggerFactory.getLogger(ReadyMessage.class);

    private final Workers workers;
    private final String role;
    private final String database;

    ReadyMessage(
            Workers workers, @Value("${parsweep.role}") String role, @Value("${spring.datasource.url}") String url) {
        this.workers = workers;
        this.role = role;
        int options = url.indexOf(';');
        this.database = options < 0 ? url : url.substring(0, options);
    }

    @EventListener
    void ready(ApplicationReadyEvent event) {
        if (event.getApplicationContext() instanceof WebServerApplicationContext web && web.getWebServer() != null) {
            LOG.info(
                    "ready at http://localhost:{}/{} with {} workers; results are kept in {}",
                    web.getWebServer().getPort(),
                    role.equals("worker") ? "actuator/health" : "",
                    workers.slots(),
                    database);
        }
    }
}
