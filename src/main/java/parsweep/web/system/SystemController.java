package parsweep.web.system;

import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.tags.Tag;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;

@RestController
@RequestMapping("/api/v1/system")
@Tag(name = "System", description = "How the service is doing")
class SystemController {
    private final SystemGauges gauges;

    SystemController(SystemGauges gauges) {
        this.gauges = gauges;
    }

    @GetMapping
    @Operation(
            summary = "Workers, queue, points, database, limits and version",
            description = "Workers, points and heap are those of the process that answers; the queue and the database"
                    + " are shared by all. For a rate, ask twice and take the difference of the points.")
    SystemResponse get() {
        return gauges.read();
    }
}
