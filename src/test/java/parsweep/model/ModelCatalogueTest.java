package parsweep.model;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;
import parsweep.model.ModelCatalogue.Broken;
import parsweep.model.ModelCatalogue.Supply;

class ModelCatalogueTest {
    private record Named(ModelDescription description) implements Model {
        @Override
        public Session open() {
            throw new UnsupportedOperationException("only listed");
        }
    }

    private static Model model(String name, String version) {
        return new Named(new ModelDescription(name, version, "", "", List.of(), List.of(Output.real("y", "", ""))));
    }

    private final ModelCatalogue catalogue = new ModelCatalogue(List.of(model("square", "1")));

    @Test
    void theLastVersionOfANameIsTheNewest() {
        Model old = model("chain", "1");
        Model newest = model("chain", "2");
        catalogue.replace("uploaded", new Supply(List.of(old, newest), List.of()));

        assertThat(catalogue.find("chain")).containsSame(newest);
        assertThat(catalogue.find("chain", "1")).containsSame(old);
        assertThat(catalogue.find("chain", "3")).isEmpty();
        assertThat(catalogue.versions("chain")).containsExactly(old, newest);
        assertThat(catalogue.names()).containsExactly("chain", "square");
        assertThat(catalogue.all()).hasSize(2).contains(newest).doesNotContain(old);
    }

    @Test
    void aSourceReplacesWhatItGaveBeforeAndNothingElse() {
        catalogue.replace(
                "directory", new Supply(List.of(model("a", "1")), List.of(new Broken("b", "b/model.yaml", "?"))));
        catalogue.replace("directory", new Supply(List.of(model("c", "1")), List.of()));

        assertThat(catalogue.names()).containsExactly("c", "square");
        assertThat(catalogue.broken()).isEmpty();
    }

    @Test
    void aNameBelongsToTheSourceThatGaveItFirst() {
        catalogue.replace("directory", new Supply(List.of(model("square", "9"), model("a", "1")), List.of()));

        assertThat(catalogue.find("square").orElseThrow().description().version())
                .isEqualTo("1");
        assertThat(catalogue.find("a")).isPresent();
        assertThat(catalogue.broken())
                .containsExactly(new Broken("square", "directory", "the name is that of a built-in model"));
    }

    @Test
    void aVersionThatStandsTwiceIsBroken() {
        catalogue.replace("directory", new Supply(List.of(model("a", "1"), model("a", "1")), List.of()));

        assertThat(catalogue.versions("a")).hasSize(1);
        assertThat(catalogue.broken()).containsExactly(new Broken("a", "directory", "version '1' twice"));
    }
}
