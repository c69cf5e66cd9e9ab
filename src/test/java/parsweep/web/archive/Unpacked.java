package parsweep.web.archive;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.concurrent.TimeUnit;
import java.util.zip.ZipEntry;
import java.util.zip.ZipInputStream;
import org.junit.jupiter.api.Assumptions;
import parsweep.harness.Service;

/** What people do with an archive. */
final class Unpacked {
    private Unpacked() {}

    /** Unpacks a sweep's; returns its folder. */
    static Path archive(Service service, Path directory, long id) throws IOException {
        byte[] archive = service.download("/api/v1/sweeps/" + id + "/export.zip");
        try (ZipInputStream zip = new ZipInputStream(new ByteArrayInputStream(archive))) {
            for (ZipEntry entry = zip.getNextEntry(); entry != null; entry = zip.getNextEntry()) {
                Path file = directory.resolve(entry.getName());
                Files.createDirectories(file.getParent());
                Files.write(file, zip.readAllBytes());
            }
        }
        return directory.resolve("sweep-" + id);
    }

    record Output(int exit, String text) {}

    static Output python(Path folder, String... arguments) throws IOException, InterruptedException {
        String[] command = new String[arguments.length + 1];
        command[0] = "python3";
        System.arraycopy(arguments, 0, command, 1, arguments.length);
        Path output = folder.resolve("output.txt");
        try {
            Process process = new ProcessBuilder(command)
                    .directory(folder.toFile())
                    .redirectErrorStream(true)
                    .redirectOutput(output.toFile())
                    .start();
            boolean hasEnded = process.waitFor(60, TimeUnit.SECONDS);
            process.descendants().forEach(ProcessHandle::destroyForcibly);
            process.destroyForcibly();
            assertThat(hasEnded).isTrue();
            return new Output(process.exitValue(), Files.readString(output));
        } catch (IOException e) {
            System.err.println("SKIPPED: the script of export.zip, since there is no python3 on the path");
            Assumptions.abort("no python3");
            throw e;
        }
    }
}
