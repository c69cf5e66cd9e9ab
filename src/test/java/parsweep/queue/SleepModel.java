package parsweep.queue;

import java.util.List;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.boot.autoconfigure.condition.ConditionalOnProperty;
import org.springframework.stereotype.Component;
import parsweep.model.Model;
import parsweep.model.ModelDescription;
import parsweep.model.Output;
import parsweep.model.Parameter;
import parsweep.model.Session;

/**
 * A model named {@code sleep} whose points take time and no processor, so that a few processors carry many workers. In
 * processes that are started with {@code --parsweep.harness.sleep=VERSION} only.
 */
@Component
@ConditionalOnProperty("parsweep.harness.sleep")
final class SleepModel implements Model {
    private final String version;

    SleepModel(@Value("${parsweep.harness.sleep}") String version) {
        this.version = version;
    }

    @Override
    public ModelDescription description() {
        return new ModelDescription(
                "sleep",
                version,
                "sleeps",
                "a test",
                List.of(Parameter.integer("x", "", ""), Parameter.real("millis", "ms", "")),
                List.of(Output.real("y", "", ""), Output.real("u", "", "")));
    }

    @Override
    public Session open() {
        return (point, outputs) -> {
            Thread.sleep((long) point.real(1));
            outputs.real(0, 10.0 * point.integer(0));
            outputs.real(1, point.random().nextDouble());
        };
    }
}
