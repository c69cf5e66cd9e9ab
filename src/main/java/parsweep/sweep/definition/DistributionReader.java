package parsweep.sweep.definition;

import java.util.List;
import parsweep.design.distribution.Choice;
import parsweep.design.distribution.Distribution;
import parsweep.design.distribution.LogUniform;
import parsweep.design.distribution.Normal;
import parsweep.design.distribution.NumericDistribution;
import parsweep.design.distribution.RandInt;
import parsweep.design.distribution.Triangular;
import parsweep.design.distribution.TruncatedNormal;
import parsweep.design.distribution.Uniform;
import parsweep.json.InvalidDefinition;
import parsweep.json.Node;
import parsweep.model.Parameter;
import parsweep.space.ValueType;

/** Reads the distribution of one parameter, and checks that all its values suit the parameter. */
final class DistributionReader {
    private static final String FORMS =
            "one of {\"uniform\": [low, high]}, {\"loguniform\": [low, high]}, {\"normal\": [mean, sd]}, "
                    + "{\"truncnormal\": [mean, sd, low, high]}, {\"triangular\": [low, mode, high]}, "
                    + "{\"randint\": [low, high]}, {\"choice\": [values]}";

    private final Parameter parameter;
    private final AxisReader values;

    DistributionReader(Parameter parameter) {
        this.parameter = parameter;
        this.values = new AxisReader(parameter);
    }

    Distribution read(Node node) {
        if (!node.isObject() || node.names().size() != 1) {
            throw node.invalid(FORMS);
        }
        String form = node.names().get(0);
        Node arguments = node.at(form);
        return switch (form) {
            case "uniform" -> uniform(arguments);
            case "loguniform" -> logUniform(arguments);
            case "normal" -> normal(arguments);
            case "truncnormal" -> truncatedNormal(arguments);
            case "triangular" -> triangular(arguments);
            case "randint" -> randInt(arguments);
            case "choice" -> choice(arguments);
            default -> throw node.invalid(FORMS);
        };
    }

    private Distribution uniform(Node node) {
        List<Node> given = continuous(node, "[low, high]", 2);
        return within(
                AxisReader.valid(
                        node,
                        () -> new Uniform(given.get(0).number(), given.get(1).number())),
                given.get(0),
                given.get(1));
    }

    private Distribution logUniform(Node node) {
        List<Node> given = continuous(node, "[low, high]", 2);
        double low = positive(given.get(0));
        return within(
                AxisReader.valid(node, () -> new LogUniform(low, given.get(1).number())), given.get(0), given.get(1));
    }

    private Distribution normal(Node node) {
        List<Node> given = continuous(node, "[mean, sd]", 2);
        double sd = positive(given.get(1));
        Normal normal = AxisReader.valid(node, () -> new Normal(given.get(0).number(), sd));
        if (parameter.bounds().min() > normal.min() || parameter.bounds().max() < normal.max()) {
            throw new InvalidDefinition(
                    node.path(),
                    node.json() + ", which has no ends",
                    "truncnormal [mean, sd, low, high], to give " + values.expected());
        }
        return normal;
    }

    private Distribution truncatedNormal(Node node) {
        List<Node> given = continuous(node, "[mean, sd, low, high]", 4);
        double sd = positive(given.get(1));
        return within(
                AxisReader.valid(
                        node,
                        () -> new TruncatedNormal(
                                given.get(0).number(),
                                sd,
                                given.get(2).number(),
                                given.get(3).number())),
                given.get(2),
                given.get(3));
    }

    private Distribution triangular(Node node) {
        List<Node> given = continuous(node, "[low, mode, high]", 3);
        return within(
                AxisReader.valid(
                        node,
                        () -> new Triangular(
                                given.get(0).number(),
                                given.get(1).number(),
                                given.get(2).number())),
                given.get(0),
                given.get(2));
    }

    private Distribution randInt(Node node) {
        if (!parameter.type().isNumber()) {
            throw node.invalid(values.expected() + ", by choice");
        }
        List<Node> given = AxisReader.arguments(node, 2, 2, "[low, high]");
        return within(
                AxisReader.valid(node, () -> new RandInt(whole(given.get(0)), whole(given.get(1)))),
                given.get(0),
                given.get(1));
    }

    private Distribution choice(Node node) {
        List<Node> given = node.elements("a list of values");
        return AxisReader.valid(node, () -> new Choice(values.list(given)));
    }

    /** The arguments of a distribution that leaves out no number between two others. */
    private List<Node> continuous(Node node, String form, int size) {
        if (parameter.type() == ValueType.INTEGER) {
            throw new InvalidDefinition(
                    node.path(),
                    node.json() + ", which is not whole throughout",
                    values.expected() + ", by randint [low, high] or choice");
        }
        if (!parameter.type().isNumber()) {
            throw node.invalid(values.expected() + ", by choice");
        }
        return AxisReader.arguments(node, size, size, form);
    }

    private static double positive(Node node) {
        double value = node.number();
        if (value <= 0) {
            throw node.invalid("a number greater than 0");
        }
        return value;
    }

    private static long whole(Node node) {
        return node.integer(-ValueType.MAX_INTEGER, ValueType.MAX_INTEGER);
    }

    /** The distribution, if the parameter takes all its values; else the end that is at fault. */
    private Distribution within(NumericDistribution distribution, Node low, Node high) {
        if (!parameter.bounds().contains(distribution.min())) {
            throw low.invalid(values.expected());
        }
        if (!parameter.bounds().contains(distribution.max())) {
            throw new InvalidDefinition(
                    high.path(), high.json() + ", which reaches " + distribution.max(), values.expected());
        }
        return distribution;
    }
}
