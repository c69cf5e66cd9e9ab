package parsweep.web.program;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.nio.charset.StandardCharsets;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** A program that speaks JSON lines wherever there is Java. It answers ten times x, but for one x, at which it misbehaves. */
final class StandInWorker {
    private static final Pattern INDEX = Pattern.compile("\"index\":(\\d+)");
    private static final Pattern X = Pattern.compile("\"x\":(-?\\d+)");

    private StandInWorker() {}

    /**
     * Answers until its input ends.
     *
     * @param arguments what it does wrong, and at which x
     */
    public static void main(String[] arguments) throws IOException, InterruptedException {
        long victim = arguments.length > 1 ? Long.parseLong(arguments[1]) : -1;
        BufferedReader points = new BufferedReader(new InputStreamReader(System.in, StandardCharsets.UTF_8));
        System.out.println("ready");
        for (String line = points.readLine(); line != null; line = points.readLine()) {
            Matcher matcher = X.matcher(line);
            if (!matcher.find()) {
                throw new IOException("no x in " + line);
            }
            long x = Long.parseLong(matcher.group(1));
            String answer = "{\"y\": %d}".formatted(10 * x);
            if (arguments[0].equals("again")) {
                answer = answer.replace("{", "{\"index\": %s, ".formatted(index(line)));
                System.out.println(x == victim ? answer + "\n" + answer : answer);
            } else {
                System.out.println(x == victim ? instead(arguments[0]) : answer);
            }
        }
    }

    private static String index(String line) throws IOException {
        Matcher matcher = INDEX.matcher(line);
        if (!matcher.find()) {
            throw new IOException("no index in " + line);
        }
        return matcher.group(1);
    }

    private static String instead(String misdeed) throws InterruptedException {
        return switch (misdeed) {
            case "exit" -> {
                System.err.println("cannot go on");
                System.exit(7);
                yield "";
            }
            case "garbage" -> "thinking...";
            case "error" -> "{\"error\": \"no convergence\"}";
            case "other" -> "{\"index\": 3, \"y\": 30}";
            case "otherError" -> "{\"error\": \"no convergence\", \"index\": 3}";
            case "wrong" -> "{\"y\": \"high\"}";
            case "incomplete" -> "{}";
            case "endless" -> "{".repeat(1 << 21);
            case "hang" -> {
                Thread.sleep(1_000_000);
                yield "";
            }
            default -> throw new IllegalArgumentException(misdeed);
        };
    }
}
