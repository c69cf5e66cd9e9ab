package parsweep.web;

import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.Parameter;
import io.swagger.v3.oas.annotations.tags.Tag;
import java.util.List;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;
import parsweep.sweep.worker.WorkerStatus;
import parsweep.sweep.worker.Workers;

@RestController
@RequestMapping("/api/v1/workers")
@Tag(name = "Workers", description = "The processes that compute, on all machines")
class WorkerController {
    private static final String EXAMPLE = "node7-4711-3fa2c1";

    private final Workers workers;

    WorkerController(Workers workers) {
        this.workers = workers;
    }

    @GetMapping
    @Operation(
            summary = "Who computes: slots, what runs on them, throughput, models",
            description = "A worker that is LOST has not been heard of for four seconds and more; its shards run"
                    + " elsewhere. It is shown for ten minutes.")
    Crew list() {
        return Crew.of(workers.all());
    }

    /**
     * All workers.
     *
     * @param slots points that can run at a time, on the workers that take shards
     * @param busy slots that compute
     */
    record Crew(int slots, int busy, List<WorkerResponse> workers) {
        static Crew of(List<WorkerStatus> all) {
            return new Crew(
                    all.stream()
                            .filter(worker -> worker.state() == WorkerStatus.State.ACTIVE)
                            .mapToInt(WorkerStatus::slots)
                            .sum(),
                    all.stream()
                            .filter(worker -> worker.state() != WorkerStatus.State.LOST)
                            .mapToInt(WorkerStatus::busy)
                            .sum(),
                    all.stream().map(WorkerResponse::of).toList());
        }
    }

    @PostMapping("/{name}/drain")
    @Operation(
            summary = "Let a worker take no more work, before its machine goes down, say",
            description = "Points that run are finished and stored, the rest goes back to the queue. The process stays"
                    + " and is DRAINED as soon as it holds no shard; 404 if there is no such worker.")
    WorkerResponse drain(@PathVariable @Parameter(example = EXAMPLE) String name) {
        return WorkerResponse.of(workers.drain(name));
    }

    @PostMapping("/{name}/resume")
    @Operation(summary = "Let a worker that was drained take work again")
    WorkerResponse resume(@PathVariable @Parameter(example = EXAMPLE) String name) {
        return WorkerResponse.of(workers.resume(name));
    }
}
