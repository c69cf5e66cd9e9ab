package parsweep.model.program;

import java.util.function.UnaryOperator;
import java.util.regex.Matcher;

/**
 * A text for the shell whose placeholders become variables, in and out of quotes. Whatever the text is, no value becomes
 * part of it: at the worst, where quotes are nested deeply, the name of the variable stands where its value should.
 */
final class ShellText {
    private enum Quote {
        NONE,
        SINGLE,
        DOUBLE,
        COMMENT
    }

    private final String text;
    private final UnaryOperator<String> variable;
    private final StringBuilder script = new StringBuilder();
    private Quote quote = Quote.NONE;

    /**
     * @param variable the name of the variable that stands for a placeholder
     */
    private ShellText(String text, UnaryOperator<String> variable) {
        this.text = text;
        this.variable = variable;
    }

    static String of(String text, UnaryOperator<String> variable) {
        ShellText shell = new ShellText(text, variable);
        shell.replace();
        return shell.script.toString();
    }

    private void replace() {
        Matcher placeholder = Template.PLACEHOLDER.matcher(text);
        int position = 0;
        while (placeholder.find()) {
            copy(position, placeholder.start());
            String expansion = "${" + variable.apply(placeholder.group(1)) + "}";
            script.append(quote == Quote.SINGLE ? "'\"" + expansion + "\"'" : expansion);
            position = placeholder.end();
        }
        copy(position, text.length());
    }

    private void copy(int start, int end) {
        for (int i = start; i < end; i++) {
            char next = text.charAt(i);
            script.append(next);
            if (next == '\\' && (quote == Quote.NONE || quote == Quote.DOUBLE) && i + 1 < end) {
                script.append(text.charAt(++i));
            } else {
                quote = after(next, i);
            }
        }
    }

    private Quote after(char next, int position) {
        return switch (quote) {
            case NONE -> {
                boolean isWordStart = position == 0 || Character.isWhitespace(text.charAt(position - 1));
                yield next == '\''
                        ? Quote.SINGLE
                        : next == '"' ? Quote.DOUBLE : next == '#' && isWordStart ? Quote.COMMENT : Quote.NONE;
            }
            case SINGLE -> next == '\'' ? Quote.NONE : Quote.SINGLE;
            case DOUBLE -> next == '"' ? Quote.NONE : Quote.DOUBLE;
            case COMMENT -> next == '\n' ? Quote.NONE : Quote.COMMENT;
        };
    }
}
