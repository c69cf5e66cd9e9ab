package parsweep.design;

/**
 * A design whose points are only of use together, in blocks of consecutive ones: a statistic of the outputs over a block
 * says how much each coordinate matters.
 */
public sealed interface SensitivityDesign extends Design permits MorrisTrajectories, SaltelliBlocks, FourierCurves {
    /** Number of points of a block. */
    int blockSize();

    /** Number of blocks. */
    default long blocks() {
        return extent().count() / blockSize();
    }

    /**
     * The extent of so many blocks.
     *
     * @throws IllegalArgumentException if there are no blocks or dimensions, or too many points
     */
    static Extent extent(long blocks, long blockSize, int dimensions) {
        boolean tooMany = Math.multiplyHigh(blocks, blockSize) != 0 || blocks * blockSize < 0;
        return new Extent(tooMany ? Long.MAX_VALUE : blocks * blockSize, dimensions);
    }
}
