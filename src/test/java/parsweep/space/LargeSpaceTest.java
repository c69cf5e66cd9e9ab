package parsweep.space;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import java.util.Collections;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

/**
 * Spaces far beyond any memory. The time limits are a hundred times what a lazy space needs, and a millionth of what
 * it would take to list the points.
 */
@Timeout(5)
class LargeSpaceTest {
    private static final long MILLION = 1_000_000;
    private static final long TRILLION = MILLION * MILLION;

    private static NamedAxis axis(String name, long size) {
        return new NamedAxis(name + "_number", Arange.of(0, (double) size, 1));
    }

    private static Space grid(String name, long size) {
        return new Grid(List.of(axis(name, size)));
    }

    @Test
    void theLastAxisOfAGridVariesFastest() {
        PointTable points = PointTable.of(new Grid(List.of(axis("a", 2), axis("b", 3))));

        assertThat(Stream.of(0, 1, 2, 3, 4, 5).map(points::row))
                .containsExactly(
                        List.of(0.0, 0.0),
                        List.of(0.0, 1.0),
                        List.of(0.0, 2.0),
                        List.of(1.0, 0.0),
                        List.of(1.0, 1.0),
                        List.of(1.0, 2.0));
    }

    @Test
    void aGridOfATrillionPointsAnswersAtOnce() {
        Space grid = new Grid(List.of(axis("a", MILLION), axis("b", MILLION)));
        PointTable points = PointTable.of(grid);

        assertThat(grid.size()).isEqualTo(TRILLION);
        assertThat(points.row(0)).containsExactly(0.0, 0.0);
        assertThat(points.row(123_456_789_012L)).containsExactly(123_456.0, 789_012.0);
        assertThat(points.row(TRILLION - 1)).containsExactly(999_999.0, 999_999.0);
    }

    @Test
    void aUnionOfProductsOfATrillionPointsAnswersAtOnce() {
        Space product = new Product(List.of(grid("a", MILLION), grid("b", MILLION)));
        Space union = new Union(List.of(product, new Grid(List.of(axis("b", 10), axis("a", 1))), product));
        PointTable points = PointTable.of(union);

        assertThat(union.size()).isEqualTo(2 * TRILLION + 10);
        assertThat(points.row(TRILLION - 1)).containsExactly(999_999.0, 999_999.0);
        assertThat(points.row(TRILLION)).containsExactly(0.0, 0.0);
        assertThat(points.row(TRILLION + 9)).containsExactly(0.0, 9.0);
        assertThat(points.row(TRILLION + 10)).containsExactly(0.0, 0.0);
        assertThat(points.row(2 * TRILLION + 9)).containsExactly(999_999.0, 999_999.0);
    }

    @Test
    void aProductWithinFortyProductsAnswersAtOnce() {
        Space product = Stream.iterate(grid("a", TRILLION), space -> new Product(List.of(space)))
                .skip(40)
                .findFirst()
                .orElseThrow();

        assertThat(product.size()).isEqualTo(TRILLION);
        assertThat(PointTable.of(product).row(TRILLION - 1)).containsExactly(TRILLION - 1.0);
    }

    @Test
    void aZipOfATrillionPointsAnswersAtOnce() {
        Space zip = new Zip(
                List.of(axis("a", TRILLION), new NamedAxis("b_number", new Linspace(TRILLION - 1, 0, TRILLION))));

        assertThat(PointTable.of(zip).row(TRILLION - 1)).containsExactly(TRILLION - 1.0, 0.0);
    }

    @Test
    void twoToTheFiftyThreePointsAreAllowedAndNoMore() {
        Space largest = new Product(List.of(grid("a", 1L << 26), grid("b", 1L << 27)));

        assertThat(largest.size()).isEqualTo(Space.MAX_SIZE);
        assertTooLarge(() -> new Union(List.of(largest, new Grid(List.of(axis("a", 1), axis("b", 1))))));
        assertTooLarge(() -> new Product(List.of(largest, grid("c", 2))));
        assertTooLarge(() -> new Grid(List.of(axis("a", 1L << 26), axis("b", (1L << 27) + 1))));
        NamedAxis tooLong = new NamedAxis("a_number", new Linspace(0, 1, Space.MAX_SIZE + 1));
        assertTooLarge(() -> new Grid(List.of(tooLong)));
        assertTooLarge(() -> new Zip(List.of(tooLong)));
    }

    @Test
    void tenToTheThirtyPointsAreRefused() {
        long size = 10_000_000_000L;

        assertTooLarge(() -> new Grid(List.of(axis("a", size), axis("b", size), axis("c", size))));
        assertTooLarge(() -> new Product(List.of(grid("a", size), grid("b", size), grid("c", size))));
        assertTooLarge(() -> new Union(Collections.nCopies(2000, grid("a", 1L << 52))));
    }

    /** 2^64 and 3 * 2^63 are 0 and 2^63 in the arithmetic of long. */
    @Test
    void sizesThatOverflowToSmallNumbersAreRefused() {
        assertTooLarge(() -> new Grid(List.of(axis("a", 1L << 32), axis("b", 1L << 32))));
        assertTooLarge(() -> new Grid(List.of(axis("a", 1L << 32), axis("b", 3L << 31))));
    }

    @Test
    void anEmptyAxisMakesAnEmptyGridHoweverLongTheOthersAre() {
        long size = 10_000_000_000L;

        assertThat(new Grid(List.of(axis("a", size), axis("b", size), axis("c", size), axis("d", 0))).size())
                .isZero();
        assertThat(new Product(List.of(grid("a", size), grid("b", size), grid("c", size), grid("d", 0))).size())
                .isZero();
    }

    private static void assertTooLarge(Runnable space) {
        assertThatIllegalArgumentException()
                .isThrownBy(space::run)
                .withMessage("more than 2^53 points (expected: at most 9007199254740992)");
    }
}
