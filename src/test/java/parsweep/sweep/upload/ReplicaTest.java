package parsweep.sweep.upload;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;
import parsweep.model.Model;
import parsweep.model.ModelCatalogue;
import parsweep.model.ModelException;
import parsweep.model.Run;
import parsweep.model.wasm.ModuleBytes;
import parsweep.model.wasm.Modules;
import parsweep.model.wasm.WasmModels;
import parsweep.sweep.state.Database;
import parsweep.web.WithH2;
import tools.jackson.databind.json.JsonMapper;

/** Another process on the same database, or the same one after a restart: it knows nothing but what is stored. */
class ReplicaTest extends WithH2 {
    @Autowired
    private UploadStore store;

    @Autowired
    private Database database;

    @Autowired
    private UploadLimits limits;

    @Autowired
    private PlatformTransactionManager transactions;

    @Autowired
    private JsonMapper json;

    private final ModelCatalogue catalogue = new ModelCatalogue(List.of());
    private Uploads replica; // made before each test

    @BeforeEach
    void start() {
        replica = new Uploads(
                store,
                database,
                catalogue,
                new WasmModels(1 << 20),
                limits,
                new TransactionTemplate(transactions),
                json);
    }

    @AfterEach
    void deleteUploads() {
        service().deleteUploads();
    }

    private void upload(String name, double value) {
        byte[] module =
                new ModuleBytes().function("y", "d:d", ModuleBytes.f64(value)).build();
        assertThat(service().upload(Modules.ONE.formatted(name), module).statusCode())
                .isEqualTo(201);
    }

    @Test
    void aModelIsFoundByItsNameAtOnce() throws ModelException, InterruptedException {
        catalogue.whenMissing(replica::refresh);
        assertThat(catalogue.find("elsewhere")).isEmpty();
        upload("elsewhere", 7);

        Model model = catalogue.find("elsewhere").orElseThrow();

        assertThat(Run.of(model).with("x", 0).real("y")).isEqualTo(7);
    }

    @Test
    void aNewVersionIsTheNewestAfterALook() throws ModelException, InterruptedException {
        upload("versions", 1);
        replica.refresh();
        Model first = catalogue.find("versions").orElseThrow();
        upload("versions", 2);
        replica.refresh();

        assertThat(Run.of(catalogue.find("versions").orElseThrow()).with("x", 0).real("y"))
                .isEqualTo(2);
        assertThat(catalogue.find("versions", first.description().version()))
                .containsSame(first); // with what it has compiled

        service().delete("/api/v1/models/versions");
        replica.refresh();

        assertThat(catalogue.find("versions")).isEmpty();
    }
}
