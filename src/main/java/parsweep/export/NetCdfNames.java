package parsweep.export;

import java.text.Normalizer;
import java.util.HashSet;
import java.util.Set;

/** The names of a NetCDF file's variables and dimensions: no two are equal. */
final class NetCdfNames {
    private final Set<String> taken = new HashSet<>();

    /**
     * A name that NetCDF takes and that nothing has yet, as like the wanted one as can be. What is neither a letter nor a
     * digit becomes {@code _}: NetCDF refuses only some of the rest, but attributes list names between blanks.
     */
    String like(String wanted) {
        StringBuilder name = new StringBuilder();
        Normalizer.normalize(wanted, Normalizer.Form.NFC)
                .codePoints()
                .forEach(point -> name.appendCodePoint(Character.isLetterOrDigit(point) ? point : '_'));
        if (name.isEmpty()) {
            name.append('_');
        }
        String base = name.toString();
        for (int i = 2; !taken.add(name.toString()); i++) {
            name.replace(0, name.length(), base + "_" + i);
        }
        return name.toString();
    }
}
