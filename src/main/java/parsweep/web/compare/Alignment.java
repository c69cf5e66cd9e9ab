package parsweep.web.compare;

import java.util.List;
import org.jspecify.annotations.Nullable;
import parsweep.space.Values;
import parsweep.sweep.SweepResults;
import parsweep.web.scan.Row;
import parsweep.web.scan.RowLookup;
import parsweep.web.scan.RowScan;

/**
 * The points that two sweeps have in common, and the differences there.
 *
 * @param by {@code fingerprint}, {@code index} or {@code parameters}
 */
record Alignment(
        String by,
        long common,
        long onlyInFirst,
        long onlyInSecond,
        long statusDiffers,
        @Nullable String warning,
        List<Comparison.OfOutput> outputs) {
    /** Of indices whose parameters are looked at before anything is read. */
    private static final int PROBES = 1000;

    /**
     * @param known whether the fingerprints say already that both have the same points and outputs
     */
    static Alignment of(SweepResults first, SweepResults second, PointKeys keys, double tolerance, boolean known) {
        long rows = rows(first);
        long rowsOfSecond = rows(second);
        if (known) {
            Differences none = new Differences(first, second, tolerance);
            return new Alignment("fingerprint", rows, 0, 0, 0, null, none.answers(first));
        }
        Differences differences =
                haveEqualParameters(first, second, keys) ? byIndex(first, second, keys, tolerance) : null;
        if (differences == null) {
            return new ParameterMatching(first, second, keys, tolerance).alignment();
        }
        long common = differences.common();
        return new Alignment(
                "index",
                common,
                Math.max(0, rows - common), // while they run, there may be more by now
                Math.max(0, rowsOfSecond - common),
                differences.statusDiffers(),
                null,
                differences.answers(first));
    }

    private static long rows(SweepResults of) {
        return of.sweep().tally().finished() - of.sweep().tally().excluded();
    }

    private static boolean haveEqualParameters(SweepResults first, SweepResults second, PointKeys keys) {
        long size = Math.min(first.sweep().size(), second.sweep().size());
        Values values = first.newValues();
        Values ofSecond = second.newValues();
        for (int probe = 0; probe < Math.min(PROBES, size); probe++) {
            long index = size <= PROBES ? probe : (long) (probe * ((size - 1.0) / (PROBES - 1)));
            first.read(index, values);
            second.read(index, ofSecond);
            if (!keys.areEqual(values, ofSecond) || first.replicate(index) != second.replicate(index)) {
                return false;
            }
        }
        return true;
    }

    /** Null if an index that both have is not of the same parameters. */
    private static @Nullable Differences byIndex(
            SweepResults first, SweepResults second, PointKeys keys, double tolerance) {
        Differences differences = new Differences(first, second, tolerance);
        RowLookup lookup = new RowLookup(second);
        boolean[] equal = {true};
        RowScan.of(first, null).run(RowScan.Sink.ofAll(row -> {
            Row same = equal[0] ? lookup.at(row.index()) : null;
            if (same != null) {
                equal[0] = keys.areEqual(row.parameters(), same.parameters()) && row.replicate() == same.replicate();
                differences.add(row, same);
            }
        }));
        return equal[0] ? differences : null;
    }
}
