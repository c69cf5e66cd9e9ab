package parsweep.web.results;

import java.io.IOException;
import java.io.OutputStream;
import parsweep.export.ResultFormat;
import parsweep.export.ResultFormats;
import parsweep.sweep.SweepResults;

/** Results as files, for those who put them into something larger than a response. */
public final class ResultFiles {
    private ResultFiles() {}

    /** Writes all columns of all points that have an outcome, as they are downloaded. */
    public static void csv(SweepResults results, OutputStream out) throws IOException {
        format("csv").write(SweepTable.of(results), out);
    }

    /** Writes all columns of every index up to the last one that has an outcome, as they are downloaded. */
    public static void npz(SweepResults results, OutputStream out) throws IOException {
        format("npz").write(SweepTable.aligned(results), out);
    }

    private static ResultFormat format(String extension) {
        return ResultFormats.byExtension(extension).orElseThrow();
    }
}
