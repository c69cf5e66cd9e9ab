package parsweep.model.program;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import parsweep.json.Node;
import parsweep.model.Point;

/** A file that is written for each point, from a text with placeholders: the input of programs that read one. */
record InputFile(Path name, Template content) {
    private static final int MAX_LENGTH = 1 << 20;

    /** Reads {@code files}: {@code {input.txt: "alpha = {alpha}", big.txt: {template: ./big.in}}}. */
    static List<InputFile> read(Node manifest, Path directory, Places places) {
        List<InputFile> files = new ArrayList<>();
        manifest.find("files").ifPresent(node -> {
            for (String name : node.requireObject("an object of files").names()) {
                Node file = node.at(name);
                files.add(new InputFile(inside(file, name), content(file, directory, places)));
            }
        });
        return files;
    }

    /** A path that does not leave the directory that it is in. */
    static Path inside(Node node, String name) {
        Path path = Path.of(name).normalize();
        if (path.isAbsolute() || path.startsWith("..") || path.toString().isEmpty()) {
            throw node.invalid("a file within the scratch directory, not '%s'".formatted(name));
        }
        return path;
    }

    private static Template content(Node file, Path directory, Places places) {
        if (file.isText()) {
            return Template.of(file.text(MAX_LENGTH), places);
        }
        file.requireObject("a text, or an object with a template").requireOnly("template");
        Node template = file.at("template");
        Path source = directory.resolve(template.text(MAX_LENGTH)).normalize();
        try {
            if (Files.size(source) > MAX_LENGTH) {
                throw template.invalid("a file of at most %d bytes".formatted(MAX_LENGTH));
            }
            return Template.of(Files.readString(source), places);
        } catch (IOException e) {
            throw template.invalid("a file that can be read: " + source);
        }
    }

    void write(Point point, Path scratch) throws IOException {
        Path file = scratch.resolve(name);
        Files.createDirectories(file.getParent());
        Files.writeString(file, content.render(point, scratch));
    }
}
