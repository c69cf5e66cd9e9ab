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
        write("csv", results, out);
    }

    /** Writes all columns of every index up to the last one that has an outcome, as they are downloaded. */
    public static void npz(SweepResults results, OutputStream out) throws IOException {
        write("npz", results, out);
    }

    private static void write(String extension, SweepResults results, OutputStream out) throws IOException {
        ResultFormat format = ResultFormats.byExtension(extension).orElseThrow();
        format.write(ResultTables.of(results, Committed.of(results), format, ResultQuery.ALL), out);
    }
}
