package parsweep;

import org.springframework.boot.SpringApplication;
import org.springframework.boot.autoconfigure.SpringBootApplication;
import org.springframework.boot.persistence.autoconfigure.EntityScan;

/** The service: {@code ./mvnw spring-boot:run}, then open <a href="http://localhost:8080">localhost:8080</a>. */
@SpringBootApplication(
        // Beans live in these; scanning all packages reads every class file, at every start.
        scanBasePackages = {"parsweep.sweep", "parsweep.queue", "parsweep.store", "parsweep.web"})
@EntityScan("parsweep.store")
public class ParsweepApplication {
    public static void main(String[] args) {
        SpringApplication.run(ParsweepApplication.class, args);
    }
}
