package parsweep.web.results;

import parsweep.web.BadRequest;

/** Indices in [from, to). */
record IndexRange(long from, long to) {
    /**
     * The range of a query within [0, size). What lies beyond the end is cut, as in slices of Python.
     *
     * @throws BadRequest if an end is no whole number, or they are the wrong way round
     */
    static IndexRange of(ResultQuery query, long size) {
        long from = query.from() == null ? 0 : Numbers.parse("from", query.from(), 0, Long.MAX_VALUE);
        long to = query.to() == null ? Math.max(size, from) : Numbers.parse("to", query.to(), from, Long.MAX_VALUE);
        return new IndexRange(Math.min(from, size), Math.min(to, size));
    }

    long size() {
        return to - from;
    }

    IndexRange until(long end) {
        return new IndexRange(from, Math.max(from, Math.min(to, end)));
    }
}
