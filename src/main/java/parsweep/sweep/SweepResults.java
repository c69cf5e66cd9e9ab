package parsweep.sweep;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import parsweep.exec.Plan;
import parsweep.model.ModelCode;
import parsweep.model.ModelDescription;
import parsweep.model.Output;
import parsweep.outcome.Outcomes;
import parsweep.random.PointStream;
import parsweep.space.Dimension;
import parsweep.space.Space;
import parsweep.space.Values;
import parsweep.sweep.state.BlockStore;
import parsweep.sweep.state.Sweep;

/**
 * What a sweep has come to so far, block by block in the order of the indices. Parameters, replicates and seeds are not
 * stored; they are computed from the index.
 */
public final class SweepResults {
    private final Sweep sweep;
    private final Plan plan;
    private final BlockStore blocks;

    SweepResults(Sweep sweep, Plan plan, BlockStore blocks) {
        this.sweep = sweep;
        this.plan = plan;
        this.blocks = blocks;
    }

    /**
     * A stored block: the outcomes of a run of indices, less those that are excluded.
     *
     * @param start the first index
     */
    public record OutcomeBlock(long start, Outcomes outcomes) {
        /** The index after the last. */
        public long end() {
            return start + outcomes.points();
        }

        /** The index of a row of the outcomes. */
        public long index(int row) {
            return start + outcomes.offset(row);
        }

        /**
         * The row of an index.
         *
         * @param index in {@code [start, end)}
         * @return negative if the index is excluded: {@code -1 - r}, where {@code r} is the row that would come next
         */
        public int row(long index) {
            return outcomes.row((int) (index - start));
        }
    }

    public Sweep sweep() {
        return sweep;
    }

    public ModelDescription model() {
        return plan.model().description();
    }

    /** With what points can be computed without the service, if the model is here and has it. */
    public Optional<ModelCode> code() {
        return plan.model().code();
    }

    public List<Output> outputs() {
        return model().outputs();
    }

    /** Room for the parameters of one index; its slots are those of the model. */
    public Values newValues() {
        return plan.newValues();
    }

    /** Writes the parameters of an index, and whether it is excluded. */
    public void read(long index, Values values) {
        plan.read(index, values);
    }

    /** The parameters of an index by name, in the order in which the model declares them. */
    public Map<String, Object> parameters(long index) {
        return plan.parameters(index);
    }

    public Space space() {
        return plan.space();
    }

    /** Number of repetitions of every point. */
    public int replicates() {
        return plan.replicates();
    }

    /** Whether the space gives this parameter a value of its own for each point. */
    public boolean isSwept(String parameter) {
        return plan.space().parameters().contains(parameter);
    }

    /** The dimensions of the space; those of the indices if {@link #isRegular}, with the replicates as the last one. */
    public List<Dimension> dimensions() {
        return plan.space().dimensions();
    }

    /** Whether the replicates of every point have neighbouring indices. */
    public boolean isRegular() {
        return plan.isRegular();
    }

    /** Whether the space may exclude points. */
    public boolean isConstrained() {
        return plan.space().isConstrained();
    }

    /** Whether a formula of the space computes this parameter, whatever values it takes. */
    public boolean isDerived(String parameter) {
        return plan.space().derived().contains(parameter);
    }

    /** Which repetition of its point an index is, from 0. */
    public int replicate(long index) {
        return plan.replicate(index);
    }

    /** The seed of all random streams. */
    public long sweepSeed() {
        return plan.seed();
    }

    /** The seed of an index: see {@link PointStream#seed}. */
    public long seed(long index) {
        return PointStream.seed(plan.seed(), index);
    }

    /** The first block that ends after {@code index}, in one short transaction; null if there is none. */
    public @Nullable OutcomeBlock next(long index) {
        BlockStore.StoredBlock block = blocks.next(sweep.id(), index);
        return block == null ? null : new OutcomeBlock(block.first(), new Outcomes(block.payload(), outputs()));
    }

    /** One past the last index that has an outcome; those before it may still be missing some. */
    public long committedEnd() {
        return blocks.end(sweep.id());
    }

    /** The first blocks that end after {@code from}, without what is in them. */
    public List<BlockStore.Span> spans(long from, int limit) {
        return blocks.spans(sweep.id(), from, Long.MAX_VALUE, limit);
    }
}
