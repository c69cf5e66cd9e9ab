package parsweep.model.process;

import java.io.EOFException;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * Runs processes one after another by a shell that stays. To start one from a shell costs a third of what it costs the
 * JVM, whose many open files are closed one by one in every child, and session and limits need no programs of their own.
 */
final class Launcher {
    /** What a shell says that was killed by hand; no process has ended so. */
    private static final int KILLED = 128 + 9;

    private final ProcessGroup group;
    private final ProcessLimits limits;
    private final Path errors;
    private final byte[] answer = new byte[64];
    private @Nullable Child shell;

    /**
     * @param limits of each process
     * @param errors to which standard error is appended
     */
    Launcher(ProcessGroup group, ProcessLimits limits, Path errors) {
        this.group = group;
        this.limits = limits;
        this.errors = errors;
    }

    /**
     * Runs a process to its end.
     *
     * @param output the file that is its standard output
     * @param started is told when the shell has its command
     * @return its exit code; 128 + n if it, or the shell, was ended by signal n
     * @throws InterruptedException if the thread was interrupted; all processes of the group are dead
     */
    int run(Launch launch, Path output, Runnable started) throws IOException, InterruptedException {
        byte[] command = command(launch, output).getBytes(StandardCharsets.UTF_8);
        Child running = shell;
        if (running == null) {
            running = group.startShell();
            shell = running;
        }
        boolean isAlive = false;
        try {
            running.write(command, 0, command.length);
            started.run();
            int exitCode = exitCode(running);
            isAlive = true;
            return exitCode;
        } catch (EOFException e) {
            int exitCode = running.awaitExit();
            return Child.isSignal(exitCode) ? exitCode : KILLED;
        } finally {
            if (!isAlive) {
                close();
            }
        }
    }

    /** The line that the shell prints; the processes write elsewhere. */
    private int exitCode(Child running) throws IOException, InterruptedException {
        int length = 0;
        while (length == 0 || answer[length - 1] != '\n') {
            int n = running.read(answer, length, answer.length - length);
            if (n <= 0) {
                throw new EOFException();
            }
            length += n;
        }
        return Integer.parseInt(new String(answer, 0, length, StandardCharsets.US_ASCII).strip());
    }

    /** In parentheses, a process of its own, which becomes the program. */
    private String command(Launch launch, Path output) {
        StringBuilder text = new StringBuilder("(cd ");
        quote(launch.directory().toString(), text);
        text.append(" && ").append(limits.builtins());
        for (Map.Entry<String, String> variable : launch.environment().entrySet()) {
            text.append("export ").append(variable.getKey()).append('=');
            quote(variable.getValue(), text);
            text.append(" && ");
        }
        text.append("exec");
        for (String argument : launch.command()) {
            text.append(' ');
            quote(argument, text);
        }
        redirect(") <", launch.input() == null ? Path.of("/dev/null") : launch.input(), text);
        redirect(" >", output, text);
        redirect(" 2>>", errors, text);
        return text.append("; echo $?\n").toString();
    }

    private static void redirect(String operator, Path file, StringBuilder text) {
        text.append(operator);
        quote(file.toString(), text);
    }

    /** Nothing within single quotes has a meaning but the quote. */
    private static void quote(String value, StringBuilder text) {
        text.append('\'').append(value.replace("'", "'\\''")).append('\'');
    }

    /** The command of the shell itself, which reads what to run from its standard input. */
    static List<String> shell() {
        return List.of("/bin/sh");
    }

    /** The shell's process; 0 if there is none. */
    long pid() {
        Child running = shell;
        return running == null ? 0 : running.pid();
    }

    /** Ends the shell. */
    void close() {
        Child running = shell;
        if (running != null) {
            running.kill();
            running.close();
            shell = null;
        }
    }
}
