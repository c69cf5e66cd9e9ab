package parsweep.harness;

import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.DigestInputStream;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.List;
import java.util.stream.Stream;
import tools.jackson.databind.JsonNode;

/**
 * What a sweep came to.
 *
 * @param resultHash of the results as they are downloaded, without the time that points took
 */
record Outcome(String state, long done, long failed, String fingerprint, String resultHash) {
    /** Downloads the results of a sweep that is over. */
    static Outcome of(Service service, JsonNode status, String results, Path directory) throws IOException {
        Path file = Files.createTempFile(directory, "results-", "");
        try {
            service.download(status.at("/links/self").stringValue() + "/" + results, file);
            return new Outcome(
                    status.get("state").stringValue(),
                    status.at("/progress/done").longValue(),
                    status.at("/progress/failed").longValue(),
                    status.get("fingerprint").stringValue(),
                    results.startsWith("results.csv") ? hashOfCsv(file) : hashOf(file));
        } finally {
            Files.delete(file);
        }
    }

    private static String hashOf(Path file) throws IOException {
        try (InputStream in = Files.newInputStream(file);
                DigestInputStream digest = new DigestInputStream(in, sha256())) {
            digest.transferTo(OutputStream.nullOutputStream());
            return HexFormat.of().formatHex(digest.getMessageDigest().digest());
        }
    }

    /** Leaves the column {@code seconds} out; what comes before it holds no quoted commas. */
    private static String hashOfCsv(Path file) throws IOException {
        MessageDigest digest = sha256();
        try (Stream<String> lines = Files.lines(file)) {
            int[] seconds = {-1};
            lines.forEach(line -> {
                String[] cells = line.split(",", -1);
                if (seconds[0] < 0) {
                    seconds[0] = List.of(cells).indexOf("seconds");
                }
                cells[seconds[0]] = "";
                digest.update(String.join(",", cells).getBytes(StandardCharsets.UTF_8));
                digest.update((byte) '\n');
            });
        }
        return HexFormat.of().formatHex(digest.digest());
    }

    private static MessageDigest sha256() {
        try {
            return MessageDigest.getInstance("SHA-256");
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException(e); // every Java has it
        }
    }
}
