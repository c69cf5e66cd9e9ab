package parsweep;

import org.springframework.boot.SpringApplication;
import org.springframework.boot.autoconfigure.SpringBootApplication;

/** The service: {@code ./mvnw spring-boot:run}, then open <a href="http://localhost:8080">localhost:8080</a>. */
@SpringBootApplication
public class ParsweepApplication {
    public static void main(String[] args) {
        SpringApplication.run(ParsweepApplication.class, args);
    }
}
