package parsweep.web.audit;

import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.Parameter;
import io.swagger.v3.oas.annotations.tags.Tag;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;
import parsweep.sweep.audit.HotSpots;
import parsweep.sweep.audit.Profiler;
import parsweep.web.Api;
import parsweep.web.BadRequest;

@RestController
@RequestMapping(Api.SWEEPS + "/{id}")
@Tag(name = "Audit")
class ProfileController {
    private static final int MAX_METHODS = 200;

    private final Profiler profiler;

    ProfileController(Profiler profiler) {
        this.profiler = profiler;
    }

    @GetMapping("/profile")
    @Operation(
            summary = "In which methods the points of a sweep that runs spend their time",
            description =
                    "Samples of the threads that compute its points in this process, by Java Flight Recorder, some"
                            + " 100 a second. self: the fraction in the method itself; total: in it or in what it called; line: where, most"
                            + " often. inNative: samples in native code, such as reading a pipe. programs, of models that are"
                            + " programs: the fractions of its threads' time spent on starting processes, writing their input,"
                            + " waiting for them, and parsing what they wrote, which add up to 1. One profile at a time:"
                            + " 429; of a sweep that does not run: 409.")
    HotSpots profile(
            @PathVariable long id,
            @RequestParam(defaultValue = "5") @Parameter(description = "how long to record, 0.5 to 50") double seconds,
            @RequestParam(defaultValue = "30") @Parameter(description = "how many to name, 1 to 200") int methods)
            throws InterruptedException {
        if (methods < 1 || methods > MAX_METHODS) {
            throw BadRequest.parameter("methods", methods, "1 to " + MAX_METHODS);
        }
        return profiler.profile(id, Patience.of("seconds", seconds, 0.5), methods);
    }
}
