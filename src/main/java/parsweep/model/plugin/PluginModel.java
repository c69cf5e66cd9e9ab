package parsweep.model.plugin;

import parsweep.model.Model;
import parsweep.model.ModelDescription;
import parsweep.model.Session;

/** A model of a jar, in the version that the jar stands for. */
record PluginModel(Model model, ModelDescription description) implements Model {
    @Override
    public Session open() {
        return model.open();
    }
}
