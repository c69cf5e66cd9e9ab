package parsweep.sweep.definition;

import de.siegmar.fastcsv.reader.CsvParseException;
import de.siegmar.fastcsv.reader.CsvReader;
import de.siegmar.fastcsv.reader.CsvRecord;
import de.siegmar.fastcsv.reader.FieldMismatchStrategy;
import java.io.IOException;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;
import parsweep.json.InvalidDefinition;
import parsweep.json.Node;
import parsweep.model.ModelDescription;
import parsweep.model.Parameter;
import parsweep.space.Grid;
import parsweep.space.NamedAxis;
import parsweep.space.Product;
import parsweep.space.Space;
import parsweep.space.Union;
import parsweep.space.ValueType;
import parsweep.space.Zip;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.JsonNodeFactory;

/** Reads spaces: one key per object says which. */
final class SpaceReader {
    private static final String FORMS =
            "an object with one of grid, zip, points, csv, union, product, sample, sensitivity, and where or derive beside it if need be";

    /** Far beyond what anyone nests by hand; keeps the recursion from exhausting the stack. */
    private static final int MAX_DEPTH = 20;

    /** Decimals as every table has them; Java alone would also take {@code 1d}, {@code 1f} and {@code 0x1p3}. */
    private static final Pattern NUMBER = Pattern.compile("[+-]?([0-9]+\\.?[0-9]*|\\.[0-9]+)([eE][+-]?[0-9]+)?");

    private static final Pattern LONG = Pattern.compile("[+-]?[0-9]{1,18}");

    private final ModelDescription model;
    private final SpaceFormulas formulas;

    /**
     * @param fixed the values of parameters that do not vary, which formulas may use
     */
    SpaceReader(ModelDescription model, Node fixed) {
        this.model = model;
        this.formulas = new SpaceFormulas(this, fixed);
    }

    Space read(Node node) {
        Space space = read(node, 1);
        formulas.requireConstants(space);
        return space;
    }

    private Space read(Node node, int depth) {
        if (depth > MAX_DEPTH) {
            throw node.invalid("spaces nested at most %d deep".formatted(MAX_DEPTH));
        }
        List<String> forms = node.isObject()
                ? node.names().stream()
                        .filter(name -> !name.equals(SpaceFormulas.DERIVE) && !name.equals(SpaceFormulas.WHERE))
                        .toList()
                : List.of();
        if (forms.size() != 1) {
            throw node.invalid(FORMS);
        }
        return formulas.apply(node, read(node, forms.get(0), depth));
    }

    private Space read(Node node, String form, int depth) {
        Node content = node.at(form);
        return switch (form) {
            case "grid" -> AxisReader.valid(content, () -> new Grid(axes(content)));
            case "zip" -> AxisReader.valid(content, () -> new Zip(axes(content)));
            case "points" -> points(content);
            case "csv" -> csv(content);
            case "union" -> AxisReader.valid(content, () -> new Union(parts(content, depth)));
            case "product" -> AxisReader.valid(content, () -> new Product(parts(content, depth)));
            case "sample" -> new SampleReader(this).read(content);
            case "sensitivity" -> new SensitivityReader(this).read(content);
            default -> throw node.invalid(FORMS);
        };
    }

    private List<Space> parts(Node node, int depth) {
        return node.elements("a list of spaces").stream()
                .map(part -> read(part, depth + 1))
                .toList();
    }

    private List<NamedAxis> axes(Node node) {
        List<NamedAxis> axes = new ArrayList<>();
        for (String name :
                node.requireObject("an object of parameters and their values").names()) {
            Node axis = node.at(name);
            axes.add(new NamedAxis(name, new AxisReader(parameter(name, axis)).read(axis)));
        }
        return axes;
    }

    /** The parameter of that name, which is what the node stands for. */
    Parameter parameter(String name, Node node) {
        return model.parameters().stream()
                .filter(parameter -> parameter.name().equals(name))
                .findFirst()
                .orElseThrow(() -> new InvalidDefinition(
                        node.path(),
                        "unknown parameter '%s'".formatted(name),
                        "one of the parameters of model '%s': %s"
                                .formatted(
                                        model.name(),
                                        String.join(
                                                ", ",
                                                model.parameters().stream()
                                                        .map(Parameter::name)
                                                        .toList()))));
    }

    private Space points(Node node) {
        List<Node> points = node.elements("a list of objects, one for each point");
        if (points.isEmpty()) {
            throw node.invalid("at least one point");
        }
        List<String> names = points.get(0)
                .requireObject("an object of parameters and values")
                .names();
        Map<String, List<Node>> columns = new LinkedHashMap<>();
        for (Node point : points) {
            point.requireObject("an object of parameters and values");
            if (point.names().size() != names.size()) {
                throw point.invalid("the parameters of the first point: " + String.join(", ", names));
            }
            for (String name : names) {
                if (!point.json().has(name)) {
                    throw point.invalid("the parameters of the first point: " + String.join(", ", names));
                }
                columns.computeIfAbsent(name, key -> new ArrayList<>(points.size()))
                        .add(point.at(name));
            }
        }
        return zip(node, columns);
    }

    /** RFC 4180 with a head of parameter names. */
    private Space csv(Node node) {
        if (!node.isText()) {
            throw node.invalid("a text: a line of parameter names, then a line for each point");
        }
        try (CsvReader<CsvRecord> csv = CsvReader.builder()
                .skipEmptyLines(true)
                .missingFieldStrategy(FieldMismatchStrategy.IGNORE) // counted below, where the line is known
                .extraFieldStrategy(FieldMismatchStrategy.IGNORE)
                .ofCsvRecord(withoutMark(node.json().stringValue()))) {
            Map<String, List<Node>> columns = new LinkedHashMap<>();
            List<Parameter> parameters = new ArrayList<>();
            for (var line : csv) {
                String path = node.path() + " line " + line.getStartingLineNumber();
                List<String> fields =
                        line.getFields().stream().map(String::strip).toList();
                if (parameters.isEmpty()) {
                    for (String name : fields) {
                        parameters.add(parameter(name, new Node(node.json(), path)));
                        if (columns.put(name, new ArrayList<>()) != null) {
                            throw new InvalidDefinition(path, "parameter '%s' twice".formatted(name), "once");
                        }
                    }
                    continue;
                }
                if (fields.size() != parameters.size()) {
                    throw new InvalidDefinition(
                            path, "%d fields".formatted(fields.size()), "%d".formatted(parameters.size()));
                }
                for (int i = 0; i < fields.size(); i++) {
                    Parameter parameter = parameters.get(i);
                    JsonNode value = value(fields.get(i), parameter);
                    columns.computeIfAbsent(parameter.name(), key -> new ArrayList<>())
                            .add(new Node(value, path + " " + parameter.name()));
                }
            }
            return zip(node, columns);
        } catch (CsvParseException | IOException e) {
            throw new InvalidDefinition(node.path(), String.valueOf(e.getMessage()), "CSV as in RFC 4180");
        }
    }

    /** Without the byte order mark that Excel and others put at the beginning of a file. */
    private static String withoutMark(String text) {
        return text.startsWith("\uFEFF") ? text.substring(1) : text;
    }

    /** A field as the JSON value that its parameter asks for, or as a text, which is then refused as such. */
    private static JsonNode value(String field, Parameter parameter) {
        JsonNodeFactory json = JsonNodeFactory.instance;
        if (parameter.type() == ValueType.BOOLEAN && (field.equals("true") || field.equals("false"))) {
            return json.booleanNode(field.equals("true"));
        }
        if (parameter.type() == ValueType.INTEGER && LONG.matcher(field).matches()) {
            return json.numberNode(Long.parseLong(field)); // exact, so that what a double would round is seen
        }
        if (parameter.type().isNumber() && NUMBER.matcher(field).matches()) {
            return json.numberNode(Double.parseDouble(field));
        }
        return json.stringNode(field);
    }

    private Space zip(Node node, Map<String, List<Node>> columns) {
        List<NamedAxis> axes = new ArrayList<>();
        columns.forEach((name, values) -> {
            Parameter parameter = parameter(name, values.isEmpty() ? node : values.get(0));
            axes.add(new NamedAxis(name, new AxisReader(parameter).list(values)));
        });
        return AxisReader.valid(node, () -> new Zip(axes));
    }
}
