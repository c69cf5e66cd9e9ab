package parsweep.model.builtin;

import java.util.Arrays;
import java.util.List;
import parsweep.model.Interval;
import parsweep.model.Model;
import parsweep.model.ModelDescription;
import parsweep.model.ModelException;
import parsweep.model.Output;
import parsweep.model.Outputs;
import parsweep.model.Parameter;
import parsweep.model.Point;
import parsweep.model.Session;

/**
 * The Ising model of ferromagnetism on a square lattice with periodic boundaries and without a field, by Wolff's cluster
 * algorithm, which hardly slows down at the critical temperature {@code 2 / ln(1 + sqrt 2) = 2.269...}.
 *
 * <p>The number of clusters between two measurements is fixed after the lattice has come to equilibrium, so that about as
 * many spins are turned as there are. (To go on until so many have been turned would measure more often after large
 * clusters, which is biased.) A spin costs about 40 ns.
 *
 * @see <a href="https://doi.org/10.1103/PhysRevLett.62.361">Wolff (1989)</a>
 */
final class Ising2d implements Model {
    private static final int SIZE = 0;
    private static final int TEMPERATURE = 1;
    private static final int EQUILIBRATION = 2;
    private static final int MEASUREMENTS = 3;

    private static final int MAGNETISATION = 0;
    private static final int MAGNETISATION_ERROR = 1;
    private static final int ENERGY = 2;
    private static final int ENERGY_ERROR = 3;

    /** Half an hour of work. */
    private static final double MAX_SPINS = 5e10;

    private static final ModelDescription DESCRIPTION = new ModelDescription(
            "ising-2d",
            "1",
            "Magnetisation and energy of the square-lattice Ising model by Wolff's cluster algorithm",
            "Onsager (1944), https://doi.org/10.1103/PhysRev.65.117; Yang (1952), https://doi.org/10.1103/PhysRev.85.808; "
                    + "Wolff (1989), https://doi.org/10.1103/PhysRevLett.62.361",
            List.of(
                    Parameter.integer("size", "", "spins along each side of the lattice")
                            .withDefault(32)
                            .within(Interval.closed(3, 2048)),
                    Parameter.real("temperature", "J/k", "temperature in units of the coupling")
                            .withDefault(2)
                            .within(Interval.closed(0.01, 1000)),
                    Parameter.integer("equilibration", "", "turns of the whole lattice before the first measurement")
                            .withDefault(200)
                            .within(Interval.closed(1, 1e6)),
                    Parameter.integer("measurements", "", "measurements, about one turn of the whole lattice apart")
                            .withDefault(2000)
                            .within(Interval.closed(BatchMeans.BATCHES, 1e7))),
            List.of(
                    Output.real("magnetisation", "", "mean magnitude of the magnetisation per spin"),
                    Output.real("magnetisationError", "", "its standard error, by batch means"),
                    Output.real("energy", "J", "mean energy per spin"),
                    Output.real("energyError", "J", "its standard error, by batch means")));

    @Override
    public ModelDescription description() {
        return DESCRIPTION;
    }

    @Override
    public Session open() {
        return new Ising2dSession();
    }

    private static final class Ising2dSession implements Session {
        private byte[] spins = {};
        private int[] stack = {};
        private int size;
        private int count;
        private long magnetisation;

        /** A bond within a cluster is kept if 53 random bits are below this. */
        private long keep;

        @Override
        public void run(Point point, Outputs outputs) throws ModelException, InterruptedException {
            size = (int) point.integer(SIZE);
            count = size * size;
            long equilibration = point.integer(EQUILIBRATION);
            long measurements = point.integer(MEASUREMENTS);
            double total = (double) count * (equilibration + measurements);
            if (total > MAX_SPINS) {
                throw new ModelException(
                        "%.3g turns of %s spins (expected: at most %.3g)".formatted(total, count, MAX_SPINS));
            }
            if (spins.length != count) {
                spins = new byte[count];
                stack = new int[count];
            }
            Arrays.fill(spins, (byte) 1);
            magnetisation = count;
            keep = (long) (-StrictMath.expm1(-2 / point.real(TEMPERATURE)) * 0x1p53);

            NormalStream random = new NormalStream(point.random());
            double clusters = 0;
            double turned = 0;
            while (turned < (double) equilibration * count) {
                point.checkCancelled();
                for (int i = 0; i < 100; i++) {
                    clusters++;
                    turned += turnCluster(random);
                }
            }
            int clustersApart = (int) Math.ceil(clusters / turned * count);
            BatchMeans magnetisations = new BatchMeans(measurements);
            BatchMeans energies = new BatchMeans(measurements);
            for (long measurement = 0; measurement < measurements; measurement++) {
                point.checkCancelled();
                for (int i = 0; i < clustersApart; i++) {
                    turnCluster(random);
                }
                magnetisations.add((double) Math.abs(magnetisation) / count);
                energies.add(energy() / (double) count);
            }

            outputs.real(MAGNETISATION, magnetisations.mean());
            outputs.real(MAGNETISATION_ERROR, magnetisations.standardError());
            outputs.real(ENERGY, energies.mean());
            outputs.real(ENERGY_ERROR, energies.standardError());
        }

        /** Turns a cluster about a random site and returns its size. */
        private int turnCluster(NormalStream random) {
            // Uneven by up to a thousandth, which is harmless: a turn and the turn back have the same odds all the
            // same.
            int seed = (int) (((random.nextLong() >>> 32) * count) >>> 32);
            byte old = spins[seed];
            spins[seed] = (byte) -old;
            stack[0] = seed;
            int depth = 1;
            int turned = 1;
            while (depth > 0) {
                int site = stack[--depth];
                int column = site % size;
                int before = depth;
                depth = visit(column == 0 ? site + size - 1 : site - 1, old, depth, random);
                depth = visit(column == size - 1 ? site - size + 1 : site + 1, old, depth, random);
                depth = visit(site < size ? site + count - size : site - size, old, depth, random);
                depth = visit(site >= count - size ? site - count + size : site + size, old, depth, random);
                turned += depth - before;
            }
            magnetisation -= 2L * old * turned;
            return turned;
        }

        private int visit(int site, byte old, int depth, NormalStream random) {
            if (spins[site] != old || random.nextLong() >>> 11 >= keep) {
                return depth;
            }
            spins[site] = (byte) -old;
            stack[depth] = site;
            return depth + 1;
        }

        private int energy() {
            int aligned = 0;
            for (int row = 0; row < count; row += size) {
                int below = row + size == count ? 0 : row + size;
                int left = spins[row + size - 1];
                for (int column = 0; column < size; column++) {
                    int spin = spins[row + column];
                    aligned += spin * (left + spins[below + column]);
                    left = spin;
                }
            }
            return -aligned;
        }
    }
}
