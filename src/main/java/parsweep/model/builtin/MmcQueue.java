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
 * A queue with Poisson arrivals, exponential service times and several servers, first come first served.
 *
 * <p>Customers are simulated one by one in the order in which they come: each takes the server that is free first. The
 * times at which servers become free are a binary heap, so a customer costs O(log servers), some 35 ns for a few servers.
 *
 * <p>Source: the recursion of Kiefer and Wolfowitz (1955), Transactions of the American Mathematical Society 78, 1-18.
 */
final class MmcQueue implements Model {
    private static final int ARRIVAL_RATE = 0;
    private static final int SERVICE_RATE = 1;
    private static final int SERVERS = 2;
    private static final int CUSTOMERS = 3;
    private static final int WARM_UP = 4;

    private static final int MEAN_WAIT = 0;
    private static final int MEAN_WAIT_ERROR = 1;
    private static final int WAIT_PROBABILITY = 2;
    private static final int WAIT_PROBABILITY_ERROR = 3;
    private static final int UTILISATION = 4;

    private static final int CUSTOMERS_PER_CHECK = 1 << 16;

    private static final ModelDescription DESCRIPTION = new ModelDescription(
            "mmc-queue",
            "1",
            "Waiting times and utilisation of an M/M/c queue by discrete-event simulation",
            "Erlang (1917), Elektroteknikeren 13, 5-13; Kiefer and Wolfowitz (1955), Trans. Amer. Math. Soc. 78, 1-18",
            List.of(
                    Parameter.real("arrivalRate", "1/s", "mean number of arrivals per second")
                            .withDefault(1.6)
                            .within(new Interval(0, 1e9, true, false)),
                    Parameter.real("serviceRate", "1/s", "one over the mean service time")
                            .withDefault(1)
                            .within(new Interval(0, 1e9, true, false)),
                    Parameter.integer("servers", "", "number of servers")
                            .withDefault(2)
                            .within(Interval.closed(1, 10_000)),
                    Parameter.integer("customers", "", "customers to measure")
                            .withDefault(200_000)
                            .within(Interval.closed(BatchMeans.BATCHES, 1e9)),
                    Parameter.integer("warmUp", "", "customers before them, who find the queue empty at the start")
                            .withDefault(10_000)
                            .within(Interval.closed(0, 1e9))),
            List.of(
                    Output.real("meanWait", "s", "mean time in the queue, without service"),
                    Output.real("meanWaitError", "s", "its standard error, by batch means"),
                    Output.real("waitProbability", "", "fraction of customers who have to wait"),
                    Output.real("waitProbabilityError", "", "its standard error, by batch means"),
                    Output.real("utilisation", "", "mean fraction of servers that are busy")));

    @Override
    public ModelDescription description() {
        return DESCRIPTION;
    }

    @Override
    public Session open() {
        return new MmcQueueSession();
    }

    private static final class MmcQueueSession implements Session {
        /** When each server is free: a heap, the earliest first. */
        private double[] free = {};

        private int servers;

        @Override
        public void run(Point point, Outputs outputs) throws ModelException, InterruptedException {
            double meanInterval = 1 / point.real(ARRIVAL_RATE);
            double meanService = 1 / point.real(SERVICE_RATE);
            servers = (int) point.integer(SERVERS);
            double load = meanService / meanInterval;
            if (!(load < servers)) {
                throw new ModelException(
                        "load arrivalRate / serviceRate = %s on %s servers (expected: less than their number, or the queue grows forever)"
                                .formatted(load, servers));
            }
            if (free.length < servers) {
                free = new double[servers];
            }
            Arrays.fill(free, 0, servers, 0);
            long customers = point.integer(CUSTOMERS);
            long warmUp = point.integer(WARM_UP);
            NormalStream random = new NormalStream(point.random());
            BatchMeans waits = new BatchMeans(customers);
            BatchMeans waiting = new BatchMeans(customers);
            double arrival = 0;
            double start = 0;
            double busy = 0;
            for (long customer = -warmUp; customer < customers; customer++) {
                if (customer % CUSTOMERS_PER_CHECK == 0) {
                    point.checkCancelled();
                }
                arrival += meanInterval * random.nextExponential();
                double service = meanService * random.nextExponential();
                double wait = Math.max(0, free[0] - arrival);
                replaceEarliest(arrival + wait + service);
                if (customer < 0) {
                    start = arrival;
                } else {
                    waits.add(wait);
                    waiting.add(wait > 0 ? 1 : 0);
                    busy += service;
                }
            }

            outputs.real(MEAN_WAIT, waits.mean());
            outputs.real(MEAN_WAIT_ERROR, waits.standardError());
            outputs.real(WAIT_PROBABILITY, waiting.mean());
            outputs.real(WAIT_PROBABILITY_ERROR, waiting.standardError());
            // Work brought in is work done, but for what is in the system at both ends.
            outputs.real(UTILISATION, busy / (servers * (arrival - start)));
        }

        private void replaceEarliest(double time) {
            int hole = 0;
            for (int child = 1; child < servers; child = 2 * hole + 1) {
                if (child + 1 < servers && free[child + 1] < free[child]) {
                    child++;
                }
                if (free[child] >= time) {
                    break;
                }
                free[hole] = free[child];
                hole = child;
            }
            free[hole] = time;
        }
    }
}
