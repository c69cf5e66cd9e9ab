package parsweep.web;

import java.util.List;

/**
 * A page of sweeps, newest first.
 *
 * @param total number of sweeps on all pages
 */
public record SweepPage(List<SweepResponse> sweeps, int page, int size, long total) {}
