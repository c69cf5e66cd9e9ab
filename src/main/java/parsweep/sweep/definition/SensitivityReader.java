package parsweep.sweep.definition;

import java.util.List;
import parsweep.design.FourierCurves;
import parsweep.design.MorrisTrajectories;
import parsweep.design.SaltelliBlocks;
import parsweep.design.SensitivityDesign;
import parsweep.json.Node;
import parsweep.space.Space;

/** Reads spaces for sensitivity analysis: a design of blocks, and the distributions of its parameters. */
final class SensitivityReader {
    private static final String FORM = "an object with the fields method, count and parameters";

    /** Enough for any surface of a few bends; Morris's own choice is 4. */
    private static final int DEFAULT_LEVELS = 4;

    /** Frequencies up to 128, so that 15 other parameters keep apart. */
    private static final int DEFAULT_SAMPLES = 1025;

    private final SpaceReader spaces;

    SensitivityReader(SpaceReader spaces) {
        this.spaces = spaces;
    }

    Space read(Node node) {
        Node method = node.requireObject(FORM).at("method");
        String option = switch (method.isText() ? method.json().stringValue() : "") {
            case "morris" -> "levels";
            case "saltelli" -> "secondOrder";
            case "fast" -> "samples";
            default -> throw method.invalid("one of morris, saltelli, fast");
        };
        node.requireOnly("method", "count", "parameters", "seed", option);
        long count = node.at("count").integer(1, Space.MAX_SIZE);
        SampledParameters parameters = SampledParameters.read(spaces, node);
        int dimensions = parameters.names().size();
        long seed = SampledParameters.seed(node);
        List<Node> given = node.find(option).stream().toList();
        SensitivityDesign design = AxisReader.valid(given.isEmpty() ? node : given.get(0), () -> switch (option) {
            case "levels" -> new MorrisTrajectories(count, dimensions, number(given, DEFAULT_LEVELS), seed);
            case "samples" -> new FourierCurves(count, dimensions, number(given, DEFAULT_SAMPLES), seed);
            default -> new SaltelliBlocks(count, dimensions, given.isEmpty() || SampleReader.flag(given.get(0)), seed);
        });
        return parameters.sample(design);
    }

    private static int number(List<Node> given, int otherwise) {
        return given.isEmpty() ? otherwise : (int) given.get(0).integer(1, Integer.MAX_VALUE);
    }
}
