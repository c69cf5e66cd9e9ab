package parsweep.web;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.util.Map;
import org.junit.jupiter.api.Test;
import parsweep.harness.Service;
import parsweep.model.wasm.ModuleBytes;
import parsweep.model.wasm.Modules;
import tools.jackson.databind.JsonNode;

/** What everybody may rely on who uploads models. */
interface UploadContract {
    Service service();

    private String upload(String manifest, byte[] module) {
        HttpResponse<String> response = service().upload(manifest, module);
        assertThat(response.statusCode()).as(response.body()).isEqualTo(201);
        return Service.json(response).get("version").stringValue();
    }

    private JsonNode problem(HttpResponse<String> response, int status, String type) {
        assertThat(response.statusCode()).as(response.body()).isEqualTo(status);
        JsonNode problem = Service.json(response);
        assertThat(problem.get("type").stringValue()).isEqualTo("urn:parsweep:problem:" + type);
        return problem;
    }

    // ---- models that work

    @Test
    default void aModuleIsUploadedSweptAndDeleted() {
        Service service = service();
        String version = upload(Modules.pendulumManifest(), Modules.pendulum());

        JsonNode sweep = service.run("""
                {"model": "pendulum", "space": {"grid": {"drive": [0, 1.15], "steps": [1, 3]}}}""");

        assertThat(sweep.get("modelVersion").stringValue()).isEqualTo(version);
        String results =
                "/api/v1/sweeps/%d/results.csv".formatted(sweep.get("id").longValue());
        assertThat(service.get(results).body().lines().skip(1)).hasSize(4).allMatch(line -> line.contains(",done,"));
        assertThat(service.get("/api/v1/models/pendulum").body()).contains(version);
        assertThat(service.upload(Modules.pendulumManifest(), Modules.pendulum())
                        .statusCode())
                .isEqualTo(200);
        assertThat(service.delete("/api/v1/models/pendulum").statusCode()).isEqualTo(204);
        assertThat(service.get("/api/v1/models/pendulum").statusCode()).isEqualTo(404);
        assertThat(service.get(results).body().lines()).hasSize(5); // results stay readable
    }

    @Test
    default void everyFormOfOutputsIsDelivered() {
        upload(
                "{name: forms-a, parameters: {a: real, b: real}, outputs: {sum: real, product: real}}",
                Modules.pair().build());
        upload(
                """
                name: forms-b
                parameters: {n: integer}
                outputs: {fixed: {type: array, length: n}, varying: array, own: integer, flag: boolean}
                """,
                new ModuleBytes()
                        .memory(1)
                        .global("fixed", 8)
                        .function("varying", ":i", ModuleBytes.i32(8))
                        .function("varying_length", "i:i", ModuleBytes.bytes(0x20, 0))
                        .function("own", "i:i", ModuleBytes.bytes(0x20, 0))
                        .function("flag", "i:i", ModuleBytes.bytes(0x20, 0))
                        .data(8, ModuleBytes.concat(new byte[6], ModuleBytes.bytes(0xf0, 0x3f))) // 1.0
                        .build());
        Service service = service();

        long a = service.run("{\"model\": \"forms-a\", \"space\": {\"points\": [{\"a\": 3, \"b\": 5}]}}")
                .get("id")
                .longValue();
        long b = service.run("{\"model\": \"forms-b\", \"space\": {\"points\": [{\"n\": 2}]}}")
                .get("id")
                .longValue();

        assertThat(service.get("/api/v1/sweeps/%d/points/0".formatted(a)).body())
                .contains("\"sum\":8.0", "\"product\":15.0");
        assertThat(service.get("/api/v1/sweeps/%d/points/0".formatted(b)).body())
                .contains("\"fixed\":[1.0,0.0]", "\"varying\":[1.0,0.0]", "\"own\":2", "\"flag\":true");
    }

    /** The module counts its points: without a reset, outcomes would tell how many workers there were. */
    @Test
    default void outcomesDoNotDependOnTheWorkers() {
        upload(Modules.ONE.formatted("counter"), Modules.counter().build());
        String sweep = """
                {"model": "counter", "space": {"grid": {"x": {"arange": [0, 4000]}}}, "maxParallelism": %d}""";

        JsonNode alone = service().run(sweep.formatted(1));
        JsonNode together = service().run(sweep.formatted(8));

        assertThat(alone.get("fingerprint")).isEqualTo(together.get("fingerprint"));
        String last = service()
                .get("/api/v1/sweeps/%d/points/3999"
                        .formatted(together.get("id").longValue()))
                .body();
        assertThat(last).contains("\"y\":4001.0");
    }

    @Test
    default void anEndlessPointEndsAtItsTimeoutAndTheOthersAreComputed() {
        byte[] endlessIfZero = ModuleBytes.concat(
                Modules.A,
                ModuleBytes.f64(0),
                ModuleBytes.bytes(0x61, 0x04, 0x40),
                Modules.FOREVER,
                ModuleBytes.bytes(0x0b));
        upload(
                Modules.ONE.formatted("sometimes-endless"),
                new ModuleBytes().function("y", "d:d", endlessIfZero, Modules.A).build());

        JsonNode sweep = service().run("""
                {"model": "sometimes-endless", "space": {"grid": {"x": [1, 0, 2]}}, "pointTimeout": "500ms"}""");

        assertThat(sweep.get("progress").get("failed").intValue()).isEqualTo(1);
        assertThat(service()
                        .get("/api/v1/sweeps/%d/points/1"
                                .formatted(sweep.get("id").longValue()))
                        .body())
                .contains("\"status\":\"timeout\"");
    }

    // ---- models that do not

    @Test
    default void hostileModulesAreRefused() {
        Modules.hostile().forEach((name, hostile) -> {
            JsonNode problem = problem(
                    service()
                            .upload(
                                    Modules.ONE.formatted("hostile"),
                                    hostile.module().build()),
                    422,
                    "invalid-module");
            assertThat(problem.get("detail").stringValue()).as(name).contains(hostile.answer());
            assertThat(problem.get("path").stringValue()).isEqualTo("module");
        });
        assertThat(service().get("/api/v1/models/hostile").statusCode()).isEqualTo(404);
    }

    @Test
    default void anEndlessStartFunctionIsRefusedInTime() {
        byte[] module = new ModuleBytes()
                .function("y", "d:d", Modules.A)
                .function("", ":", Modules.FOREVER)
                .start(1)
                .build();

        JsonNode problem = problem(service().upload(Modules.ONE.formatted("endless"), module), 422, "invalid-module");

        assertThat(problem.get("detail").stringValue()).contains("not compiled and started within 3 s");
        upload(
                Modules.ONE.formatted("next"),
                new ModuleBytes().function("y", "d:d", Modules.A).build());
    }

    @Test
    default void mistakesOfUploadsAreNamed() {
        Service service = service();
        byte[] manifest = Modules.pendulumManifest().getBytes(StandardCharsets.UTF_8);
        byte[] module = Modules.pendulum();

        assertThat(problem(service.uploadParts(Map.of("manifest", manifest)), 400, "multipart")
                        .get("detail")
                        .stringValue())
                .startsWith("module: 0 parts");
        assertThat(problem(service.uploadParts(Map.of("module", module)), 400, "multipart")
                        .get("detail")
                        .stringValue())
                .startsWith("manifest: 0 parts");
        assertThat(problem(
                                service.uploadParts(Map.of("manifest", manifest, "module", module, "x", module)),
                                400,
                                "multipart")
                        .get("detail")
                        .stringValue())
                .startsWith("part 'x'");
        problem(service.post("/api/v1/models", "application/json", "{}"), 415, "content-type");
        problem(service.post("/api/v1/models", "multipart/form-data", "{}"), 400, "multipart");
        problem(service.upload("name: [", module), 400, "malformed");
        assertThat(problem(service.upload("{name: x, outputs: {y: number}}", module), 400, "invalid-definition")
                        .get("path")
                        .stringValue())
                .isEqualTo("manifest.outputs.y");
        assertThat(problem(
                                service.upload("{name: x, version: 1, outputs: {y: real}}", module),
                                400,
                                "invalid-definition")
                        .get("path")
                        .stringValue())
                .isEqualTo("manifest.version");
        assertThat(problem(service.upload(Modules.ONE.formatted("x"), new byte[(1 << 20) + 1]), 413, "too-large")
                        .get("detail")
                        .stringValue())
                .isEqualTo("module: 1048577 bytes (expected: at most parsweep.limits.module=1MB)");
        problem(service.upload(Modules.ONE.formatted("x"), new byte[17 << 20]), 413, "too-large");
        problem(service.upload(Modules.ONE.formatted("square"), module), 409, "conflict");
    }

    // ---- deleting

    @Test
    default void aModelIsNotDeletedWhileASweepNeedsIt() {
        Service service = service();
        String version = upload(
                Modules.ONE.formatted("needed"),
                new ModuleBytes().function("y", "d:d", Modules.A).build());
        long id = service.start("""
                {"model": "needed", "space": {"grid": {"x": {"arange": [0, 1000000000]}}}}""");

        JsonNode problem = problem(service.delete("/api/v1/models/needed?version=" + version), 409, "conflict");

        assertThat(problem.get("detail").stringValue()).contains("[" + id + "]");
        service.delete("/api/v1/sweeps/" + id);
        assertThat(service.delete("/api/v1/models/needed").statusCode()).isEqualTo(204);
        problem(service.delete("/api/v1/models/needed"), 404, "not-found");
        problem(service.delete("/api/v1/models/square"), 409, "conflict");
    }
}
