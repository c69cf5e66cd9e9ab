package parsweep.model.builtin;

import java.util.List;
import org.hipparchus.special.Erf;
import parsweep.model.Interval;
import parsweep.model.Model;
import parsweep.model.ModelDescription;
import parsweep.model.Output;
import parsweep.model.Outputs;
import parsweep.model.Parameter;
import parsweep.model.Point;
import parsweep.model.Session;

/**
 * The price of a European call on a share without dividends, by simulation and in closed form.
 *
 * <p>The logarithm of the share's price at maturity is normal, so a path is a single draw and there is no error of
 * discretisation. A path costs about 20 ns.
 *
 * @see <a href="https://doi.org/10.1086/260062">Black and Scholes (1973)</a>
 */
final class BlackScholesMonteCarlo implements Model {
    private static final int SPOT = 0;
    private static final int STRIKE = 1;
    private static final int RATE = 2;
    private static final int VOLATILITY = 3;
    private static final int MATURITY = 4;
    private static final int PATHS = 5;

    private static final int PRICE = 0;
    private static final int PRICE_ERROR = 1;
    private static final int CLOSED_FORM_PRICE = 2;

    /** Some 20 s of work. */
    private static final int MAX_PATHS = 1_000_000_000;

    private static final int PATHS_PER_BLOCK = 1024;

    private static final ModelDescription DESCRIPTION = new ModelDescription(
            "black-scholes-monte-carlo",
            "1",
            "Price of a European call by Monte Carlo, beside the closed form",
            "Black and Scholes (1973), https://doi.org/10.1086/260062",
            List.of(
                    Parameter.real("spot", "", "price of the share today, in any currency")
                            .withDefault(100)
                            .within(new Interval(0, 1e9, true, false)),
                    Parameter.real("strike", "", "price at which it may be bought at maturity")
                            .withDefault(100)
                            .within(new Interval(0, 1e9, true, false)),
                    Parameter.real("rate", "1/a", "riskless interest per year, continuously compounded")
                            .withDefault(0.05)
                            .within(Interval.closed(-1, 1)),
                    Parameter.real(
                                    "volatility",
                                    "1/sqrt(a)",
                                    "standard deviation of the logarithm of the price in a year")
                            .withDefault(0.2)
                            .within(new Interval(0, 5, true, false)),
                    Parameter.real("maturity", "a", "years to maturity")
                            .withDefault(1)
                            .within(new Interval(0, 100, true, false)),
                    Parameter.integer("paths", "", "number of simulated prices")
                            .withDefault(100_000)
                            .within(Interval.closed(2, MAX_PATHS))),
            List.of(
                    Output.real("price", "", "mean discounted payoff"),
                    Output.real("priceError", "", "its standard error"),
                    Output.real("closedFormPrice", "", "what the price converges to")));

    @Override
    public ModelDescription description() {
        return DESCRIPTION;
    }

    @Override
    public Session open() {
        double[] normals = new double[PATHS_PER_BLOCK];
        return (point, outputs) -> run(normals, point, outputs);
    }

    private static void run(double[] normals, Point point, Outputs outputs) throws InterruptedException {
        double spot = point.real(SPOT);
        double strike = point.real(STRIKE);
        double maturity = point.real(MATURITY);
        double deviation = point.real(VOLATILITY) * Math.sqrt(maturity);
        double interest = point.real(RATE) * maturity;
        double drift = interest - 0.5 * deviation * deviation;
        double discount = StrictMath.exp(-interest);

        NormalStream random = new NormalStream(point.random());
        Moments payoffs = new Moments();
        for (long left = point.integer(PATHS); left > 0; left -= PATHS_PER_BLOCK) {
            point.checkCancelled();
            int n = (int) Math.min(left, PATHS_PER_BLOCK);
            random.fill(normals, n);
            for (int i = 0; i < n; i++) {
                payoffs.add(Math.max(0, spot * StrictMath.exp(drift + deviation * normals[i]) - strike));
            }
        }

        outputs.real(PRICE, discount * payoffs.mean());
        outputs.real(PRICE_ERROR, discount * payoffs.standardError());
        double d = (StrictMath.log(spot / strike) + drift) / deviation;
        outputs.real(CLOSED_FORM_PRICE, spot * normalCdf(d + deviation) - strike * discount * normalCdf(d));
    }

    /** Hipparchus computes it with code of its own, so it has the same bits everywhere. */
    private static double normalCdf(double x) {
        return 0.5 * Erf.erfc(-x / Math.sqrt(2));
    }
}
