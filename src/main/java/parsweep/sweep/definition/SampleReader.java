package parsweep.sweep.definition;

import java.util.List;
import parsweep.design.Design;
import parsweep.design.Extent;
import parsweep.design.Halton;
import parsweep.design.LatinHypercube;
import parsweep.design.RandomPoints;
import parsweep.design.Sobol;
import parsweep.json.Node;
import parsweep.space.Space;

/** Reads samples: a design, and the distributions of its parameters. */
final class SampleReader {
    private static final List<String> METHODS = List.of("random", "latin-hypercube", "sobol", "halton");

    /** Those that are the same whatever the seed, unless they are scrambled. */
    private static final List<String> SEQUENCES = List.of("sobol", "halton");

    private final SpaceReader spaces;

    SampleReader(SpaceReader spaces) {
        this.spaces = spaces;
    }

    Space read(Node node) {
        node.requireObject("an object with the fields method, count and parameters")
                .requireOnly("method", "count", "parameters", "seed", "scramble");
        String method = method(node.at("method"));
        long count = node.at("count").integer(1, Space.MAX_SIZE);
        SampledParameters parameters = SampledParameters.read(spaces, node);
        long seed = SampledParameters.seed(node);
        boolean scramble = node.find("scramble").map(SampleReader::flag).orElse(false);
        if (scramble && !SEQUENCES.contains(method)) {
            throw node.at("scramble").invalid("false, or the method " + String.join(" or ", SEQUENCES));
        }
        Extent extent = new Extent(count, parameters.names().size());
        Design design = AxisReader.valid(node.at("parameters"), () -> switch (method) {
            case "random" -> new RandomPoints(extent, seed);
            case "latin-hypercube" -> new LatinHypercube(extent, seed);
            case "sobol" -> scramble ? new Sobol(extent, seed) : new Sobol(extent);
            case "halton" -> scramble ? new Halton(extent, seed) : new Halton(extent);
            default -> throw new IllegalStateException(method);
        });
        return parameters.sample(design);
    }

    private static String method(Node node) {
        if (!node.isText() || !METHODS.contains(node.json().stringValue())) {
            throw node.invalid("one of " + String.join(", ", METHODS));
        }
        return node.json().stringValue();
    }

    static boolean flag(Node node) {
        if (!node.isBoolean()) {
            throw node.invalid("true or false");
        }
        return node.json().booleanValue();
    }
}
