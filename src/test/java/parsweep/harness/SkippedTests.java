package parsweep.harness;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.Set;
import java.util.concurrent.ConcurrentSkipListSet;
import org.junit.platform.engine.TestExecutionResult;
import org.junit.platform.launcher.LauncherSession;
import org.junit.platform.launcher.LauncherSessionListener;
import org.junit.platform.launcher.TestExecutionListener;
import org.junit.platform.launcher.TestIdentifier;

/** Says at the end of a run what could not be tested on this machine, so that nobody takes it for tested. */
public final class SkippedTests implements LauncherSessionListener, TestExecutionListener {
    private final Set<String> skipped = new ConcurrentSkipListSet<>();

    @Override
    public void launcherSessionOpened(LauncherSession session) {
        session.getLauncher().registerTestExecutionListeners(this);
    }

    @Override
    public void executionSkipped(TestIdentifier test, String reason) {
        skipped.add(reason);
    }

    @Override
    public void executionFinished(TestIdentifier test, TestExecutionResult result) {
        if (result.getStatus() == TestExecutionResult.Status.ABORTED) {
            result.getThrowable()
                    .ifPresent(reason ->
                            skipped.add(String.valueOf(reason.getMessage()).replaceFirst("^Assumption failed: ", "")));
        }
    }

    /** Tests run in several JVMs: each names what the ones before it have named too, so that the last names all. */
    @Override
    public void launcherSessionClosed(LauncherSession session) {
        String file = System.getProperty("skippedTests");
        if (file != null) {
            share(Path.of(file));
        }
        if (!skipped.isEmpty()) {
            System.err.println("\nWARNING: NOT TESTED ON THIS MACHINE:");
            skipped.forEach(reason -> System.err.println("WARNING:   " + reason));
        }
    }

    private void share(Path file) {
        try {
            Files.write(file, skipped, StandardOpenOption.CREATE, StandardOpenOption.APPEND);
            skipped.addAll(Files.readAllLines(file));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
