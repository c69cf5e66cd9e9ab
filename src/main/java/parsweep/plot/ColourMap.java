package parsweep.plot;

/**
 * Colours for numbers: even steps look even, lighter is more, also in grey and to people who do not tell red from green.
 * Interpolated between 17 colours, which is within 6 of 255 of the original.
 */
public enum ColourMap {
    /**
     * The map of Matplotlib.
     *
     * @see <a href="https://bids.github.io/colormap/">Smith and van der Walt (2015)</a>
     */
    VIRIDIS(
            0x440154, 0x48186a, 0x472d7b, 0x424086, 0x3b528b, 0x33638d, 0x2c728e, 0x26828e, 0x21918c, 0x1f9f88,
            0x27ad81, 0x3dbc74, 0x5cc863, 0x81d34d, 0xaadc32, 0xd5e21a, 0xfde725),
    /**
     * Made so that it looks nearly the same with and without a deficiency of colour vision.
     *
     * @see <a href="https://doi.org/10.1371/journal.pone.0199239">Nu&ntilde;ez, Anderton and Renslow (2018)</a>
     */
    CIVIDIS(
            0x002051, 0x012b65, 0x11366c, 0x26426e, 0x3c4d6e, 0x51586e, 0x62646f, 0x727071, 0x7f7c75, 0x8c8877,
            0x9a9478, 0xa9a177, 0xbbaf71, 0xcebd68, 0xe2cb5c, 0xf3da4f, 0xfdea45);

    @SuppressWarnings("ImmutableEnumChecker") // never written
    private final int[] colours;

    ColourMap(int... colours) {
        this.colours = colours;
    }

    /** Number of colours between which the others lie. */
    int size() {
        return colours.length;
    }

    /**
     * The colour of a fraction, as {@code #rrggbb}.
     *
     * @param fraction in [0, 1]; what is beyond is taken for the nearer end
     */
    String at(double fraction) {
        double position = Math.max(0, Math.min(1, fraction)) * (colours.length - 1);
        int lower = (int) Math.min(position, colours.length - 2.0);
        double share = position - lower;
        int colour = 0;
        for (int shift = 16; shift >= 0; shift -= 8) {
            int from = colours[lower] >> shift & 0xff;
            int to = colours[lower + 1] >> shift & 0xff;
            colour |= (int) Math.round(from + (to - from) * share) << shift;
        }
        return "#%06x".formatted(colour);
    }
}
