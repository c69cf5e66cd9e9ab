package parsweep.web.archive;

import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.media.Content;
import io.swagger.v3.oas.annotations.responses.ApiResponse;
import io.swagger.v3.oas.annotations.tags.Tag;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import org.springframework.http.HttpHeaders;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;
import parsweep.sweep.SweepResults;
import parsweep.sweep.Sweeps;
import parsweep.web.Api;
import parsweep.web.Capacity;
import parsweep.web.WebLimits;

@RestController
@RequestMapping(Api.SWEEPS + "/{id}")
@Tag(name = "Results")
class ArchiveController {
    private final Sweeps sweeps;
    private final Provenance provenance;
    private final ArchiveProperties properties;
    private final Capacity archives;

    ArchiveController(Sweeps sweeps, Provenance provenance, ArchiveProperties properties, WebLimits limits) {
        this.sweeps = sweeps;
        this.provenance = provenance;
        this.properties = properties;
        this.archives = new Capacity("archives", "parsweep.limits.downloads", limits.downloads());
    }

    @GetMapping("/export.zip")
    @Operation(
            summary = "Everything about a sweep, to be kept or given away",
            description =
                    "README.txt, definition.json, model.json (the manifest), sweep.json (state, seed, fingerprint,"
                            + " versions), results.csv (with the seed of every point), results.npz; for formulas, functions of Python and, with parsweep.export-code, programs also model.py and"
                            + " rerun.py, which computes the points again with multiprocessing.Pool.map and compares:"
                            + " python3 rerun.py. Streamed; of a sweep that runs, what there is so far.",
            responses = @ApiResponse(responseCode = "200", content = @Content(mediaType = "application/zip")))
    void export(@PathVariable long id, HttpServletResponse response) throws IOException {
        try (Capacity.Lease lease = archives.acquire()) {
            SweepResults results = sweeps.results(id);
            Archive archive = new Archive(results, sweeps.definition(id), provenance, properties.exportCode());
            response.setContentType("application/zip");
            response.setHeader(HttpHeaders.CONTENT_DISPOSITION, "attachment; filename=\"sweep-%d.zip\"".formatted(id));
            archive.write(response.getOutputStream());
        }
    }
}
