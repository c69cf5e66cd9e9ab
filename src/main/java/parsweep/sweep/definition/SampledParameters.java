package parsweep.sweep.definition;

import java.util.ArrayList;
import java.util.List;
import parsweep.design.Design;
import parsweep.design.Sampling;
import parsweep.design.distribution.Distribution;
import parsweep.json.Node;
import parsweep.space.Sample;
import parsweep.space.Space;

/** The parameters that a design gives values, and how these are distributed. */
record SampledParameters(List<String> names, List<Distribution> distributions) {
    /** Reads the member {@code parameters}. */
    static SampledParameters read(SpaceReader spaces, Node node) {
        Node parameters = node.at("parameters").requireObject("an object of parameters and their distributions");
        List<String> names = parameters.names();
        if (names.isEmpty()) {
            throw parameters.invalid("at least one parameter");
        }
        List<Distribution> distributions = new ArrayList<>();
        for (String name : names) {
            Node distribution = parameters.at(name);
            distributions.add(new DistributionReader(spaces.parameter(name, distribution)).read(distribution));
        }
        return new SampledParameters(names, distributions);
    }

    /** Reads the member {@code seed}; 0 if there is none. */
    static long seed(Node node) {
        return node.find("seed").map(value -> value.integer(0, Space.MAX_SIZE)).orElse(0L);
    }

    Sample sample(Design design) {
        return new Sample(names, new Sampling(design, distributions));
    }
}
