package parsweep.web.archive;

import parsweep.sweep.SweepResults;
import parsweep.sweep.state.Sweep;

/** What is in the archive, for whoever opens it. */
final class Readme {
    private final SweepResults results;
    private final boolean isPython;

    /**
     * @param isPython whether the archive has scripts that compute the points
     */
    Readme(SweepResults results, boolean isPython) {
        this.results = results;
        this.isPython = isPython;
    }

    String text() {
        Sweep sweep = results.sweep();
        return """
                Sweep %d%s: model %s, version %s
                %s

                definition.json  the sweep as it was submitted: model, space, fixed values, replicates, seed
                model.json       parameters and outputs of the model, with units, and where its mathematics comes from
                sweep.json       state, seed, fingerprint, times, versions of the software
                results.csv      a row per point: index, parameters, replicate, seed of the point, status, seconds, outputs
                results.npz      the same as NumPy arrays: numpy.load("results.npz"); row i is index i, NaN where there is nothing

                %s

                The same sweep again, on any Parsweep that has this model in this version:

                    curl localhost:8080/api/v1/sweeps -H 'Content-Type: application/json' -d @definition.json

                Its fingerprint must then be %s: it is computed from the outputs of all points, bit by bit.
                %s""".formatted(
                        sweep.id(),
                        sweep.name().isEmpty() ? "" : " '%s'".formatted(sweep.name()),
                        sweep.model(),
                        sweep.modelVersion(),
                        "%s; %d of %d points have an outcome, %d of these failed"
                                .formatted(
                                        sweep.state(),
                                        sweep.tally().finished(),
                                        sweep.size(),
                                        sweep.tally().failed()),
                        isPython ? python() : noPython(),
                        sweep.tally().fingerprint(),
                        sweep.tally().finished() == sweep.size()
                                ? ""
                                : "(That is of the points so far; the fingerprint of all of them is not known yet.)\n");
    }

    private String python() {
        if (results.code().isPresent()) {
            return """
                    model.py         calls the model; its code is in the folder code, or CODE=... says where
                    rerun.py         computes the points again with multiprocessing.Pool.map and compares: python3 rerun.py""";
        }
        return """
                model.py         the model, in Python; needs nothing but Python 3.8
                rerun.py         computes the points again with multiprocessing.Pool.map and compares: python3 rerun.py""";
    }

    private String noPython() {
        if (results.code().isPresent()) {
            return """
                    The model is a program whose files and command are not given away, so there is no script here that computes
                    the points again. Archives of a service with parsweep.export-code=true have one.""";
        }
        return """
                The model is part of the service, so there is no script here that computes the points again. The random
                numbers of a point are those of NumPy's Generator(Philox(key=[seed, 0], counter=[0, index, 0, 0])), where seed
                is that of the sweep.""";
    }
}
