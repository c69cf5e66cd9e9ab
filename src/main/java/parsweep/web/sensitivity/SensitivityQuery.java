package parsweep.web.sensitivity;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import parsweep.design.FourierCurves;
import parsweep.design.MorrisTrajectories;
import parsweep.design.MorrisTrajectories.Trajectory;
import parsweep.design.SaltelliBlocks;
import parsweep.stats.sensitivity.ElementaryEffects;
import parsweep.stats.sensitivity.Estimate;
import parsweep.stats.sensitivity.FourierIndices;
import parsweep.stats.sensitivity.SobolIndices;
import parsweep.sweep.SweepResults;
import parsweep.web.BadRequest;
import parsweep.web.question.Requests;
import parsweep.web.scan.RowScan;
import parsweep.web.scan.Variable;
import parsweep.web.scan.Variables;

/**
 * How much does an output depend on each parameter?
 *
 * @param output null for the only one
 * @param element of an array: its position, or a reduction; null for the mean
 * @param resamples of the bootstrap that gives the intervals; 0 for none
 */
public record SensitivityQuery(
        @Nullable String output, @Nullable String element, int resamples) {
    /** A tail of 2.5 % is then known to a tenth of itself; more only takes time. */
    static final int MAX_RESAMPLES = 10_000;

    /**
     * @throws BadRequest if {@code resamples} is out of range
     */
    public SensitivityQuery {
        Requests.within("resamples", resamples, 0, MAX_RESAMPLES);
    }

    /**
     * Puts the question to a sweep.
     *
     * @throws BadRequest if there is no such output
     */
    public Sensitivity of(SweepResults results) {
        Variable variable = new Variables(results).output(output, element);
        SweptDesign design = SweptDesign.of(results);
        if (!design.isThere()) {
            return RankSensitivity.of(results, variable, design.obstacle());
        }
        Analysis analysis = new Analysis(results, variable, design);
        if (design.kind() instanceof SaltelliBlocks blocks) {
            return analysis.saltelli(blocks.isSecondOrder());
        }
        return design.kind() instanceof FourierCurves curves ? analysis.fast(curves.frequency()) : analysis.morris();
    }

    private final class Analysis {
        private final SweepResults results;
        private final Variable variable;
        private final List<Variable> parameters;
        private final SweptDesign design;

        Analysis(SweepResults results, Variable variable, SweptDesign design) {
            this.results = results;
            this.variable = variable;
            this.design = design;
            Variables variables = new Variables(results);
            this.parameters = results.space().parameters().stream()
                    .map(name -> variables.parameter("parameters", name))
                    .toList();
        }

        Sensitivity morris() {
            int d = parameters.size();
            ElementaryEffects effects = new ElementaryEffects(d);
            double[] ofTrajectory = new double[d];
            DesignBlocks blocks = scan((number, values) -> {
                SweptDesign.Place place = design.place(number);
                Trajectory trajectory = ((MorrisTrajectories) place.part()).trajectory(place.block());
                for (int step = 0; step < d; step++) {
                    int j = trajectory.order()[step];
                    double change = trajectory.rising()[j] ? MorrisTrajectories.STEP : -MorrisTrajectories.STEP;
                    ofTrajectory[j] = (values[step + 1] - values[step]) / change;
                }
                effects.add(ofTrajectory);
            });
            ElementaryEffects.Effect[] found = effects.effects(resamples);
            List<Sensitivity.OfParameter> answers = new ArrayList<>();
            for (int j = 0; j < d && effects.count() > 0; j++) {
                answers.add(parameter(
                        j,
                        Map.entry("mu", found[j].mu()),
                        Map.entry("muStar", found[j].muStar()),
                        Map.entry("sigma", found[j].sigma())));
            }
            return answer("morris", blocks, answers, null);
        }

        Sensitivity saltelli(boolean isSecondOrder) {
            int d = parameters.size();
            SobolIndices indices = new SobolIndices(d, isSecondOrder);
            DesignBlocks blocks = scan((number, values) -> indices.add(values));
            SobolIndices.Indices found = indices.indices(resamples);
            List<Sensitivity.OfParameter> answers = new ArrayList<>();
            List<Sensitivity.OfPair> pairs = new ArrayList<>();
            for (int j = 0; j < d && indices.count() > 0; j++) {
                answers.add(parameter(j, Map.entry("S1", found.first()[j]), Map.entry("ST", found.total()[j])));
                for (int k = j + 1; k < d && isSecondOrder; k++) {
                    pairs.add(new Sensitivity.OfPair(
                            List.of(parameters.get(j).name(), parameters.get(k).name()),
                            Sensitivity.Index.of(found.second()[j][k])));
                }
            }
            return answer("saltelli", blocks, answers, isSecondOrder ? pairs : null);
        }

        Sensitivity fast(int frequency) {
            int d = parameters.size();
            List<FourierIndices> indices = new ArrayList<>();
            for (int j = 0; j < d; j++) {
                indices.add(new FourierIndices(design.blockSize(), frequency, FourierCurves.HARMONICS));
            }
            DesignBlocks blocks =
                    scan((number, values) -> indices.get((int) (number % d)).add(values));
            List<Sensitivity.OfParameter> answers = new ArrayList<>();
            for (int j = 0; j < d; j++) {
                if (indices.get(j).count() > 0) {
                    FourierIndices.Indices found = indices.get(j).indices(resamples);
                    answers.add(parameter(j, Map.entry("S1", found.first()), Map.entry("ST", found.total())));
                }
            }
            return answer("fast", blocks, answers, null);
        }

        private DesignBlocks scan(DesignBlocks.Sink sink) {
            DesignBlocks blocks = new DesignBlocks(design, results.replicates(), variable, sink);
            RowScan.of(results, null).run(blocks);
            blocks.endBlock();
            return blocks;
        }

        @SafeVarargs
        private Sensitivity.OfParameter parameter(int j, Map.Entry<String, Estimate>... estimates) {
            Map<String, Sensitivity.Index> indices = new LinkedHashMap<>();
            for (Map.Entry<String, Estimate> estimate : estimates) {
                indices.put(estimate.getKey(), Sensitivity.Index.of(estimate.getValue()));
            }
            return new Sensitivity.OfParameter(
                    parameters.get(j).name(), parameters.get(j).unit(), indices);
        }

        private Sensitivity answer(
                String method,
                DesignBlocks blocks,
                List<Sensitivity.OfParameter> answers,
                @Nullable List<Sensitivity.OfPair> pairs) {
            return new Sensitivity(
                    results.sweep().id(),
                    variable.name(),
                    variable.unit(),
                    method,
                    blocks.used() * design.blockSize() * results.replicates(),
                    blocks.used(),
                    blocks.dropped(),
                    blocks.pending(),
                    Estimate.CONFIDENCE,
                    warning(method, blocks),
                    answers,
                    pairs);
        }

        private @Nullable String warning(String method, DesignBlocks blocks) {
            List<String> warnings = new ArrayList<>();
            if (blocks.used() == 0) {
                warnings.add("no block is complete, so that nothing can be estimated");
            }
            if (blocks.dropped() > 0) {
                warnings.add("%d of %d blocks were dropped, because a point of theirs failed or is not finite; if that"
                                .formatted(blocks.dropped(), blocks.dropped() + blocks.used())
                        + " happens where the output is special, what is left is biased");
            }
            if (method.equals("saltelli") && blocks.used() > 0 && blocks.used() < 100) {
                warnings.add("%d blocks are few; a thousand are usual".formatted(blocks.used()));
            }
            return warnings.isEmpty() ? null : String.join("; ", warnings);
        }
    }
}
