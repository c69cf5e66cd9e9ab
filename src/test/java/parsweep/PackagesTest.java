package parsweep;

import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.classes;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static com.tngtech.archunit.library.dependencies.SlicesRuleDefinition.slices;

import com.tngtech.archunit.base.DescribedPredicate;
import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.core.importer.ImportOption;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Who may see whom: the table of the README's architecture section. */
class PackagesTest {
    private static final JavaClasses CLASSES = new ClassFileImporter()
            .withImportOption(new ImportOption.DoNotIncludeTests())
            .importPackages("parsweep");

    private static final Map<String, List<String>> SEES = Map.ofEntries(
            Map.entry("space", List.of("formula")),
            Map.entry("random", List.of()),
            Map.entry("json", List.of()),
            Map.entry("formula", List.of()),
            Map.entry("plot", List.of()),
            Map.entry("stats", List.of()),
            Map.entry("design", List.of("space", "random")),
            Map.entry("export", List.of()),
            Map.entry("model", List.of("space", "random", "formula", "json")),
            Map.entry("outcome", List.of("space", "model")),
            Map.entry("exec", List.of("space", "random", "model", "outcome")),
            Map.entry("sweep", List.of("space", "random", "json", "design", "formula", "model", "outcome", "exec")),
            Map.entry("queue", List.of("model", "exec", "outcome", "sweep")),
            Map.entry("store", List.of("outcome", "sweep")),
            Map.entry(
                    "web",
                    List.of(
                            "space", "json", "formula", "stats", "design", "plot", "model", "outcome", "export",
                            "sweep")));

    static Stream<String> packages() {
        return SEES.keySet().stream().sorted();
    }

    @ParameterizedTest
    @MethodSource("packages")
    void seesNoMoreThanTheTableSays(String name) {
        List<String> sees = SEES.getOrDefault(name, List.of());
        String[] forbidden = SEES.keySet().stream()
                .filter(other -> !other.equals(name) && !sees.contains(other))
                .map(other -> "parsweep." + other + "..")
                .toArray(String[]::new);

        noClasses()
                .that()
                .resideInAPackage("parsweep." + name + "..")
                .should()
                .dependOnClassesThat()
                .resideInAnyPackage(forbidden)
                .check(CLASSES);
    }

    @Test
    void theTableNamesEveryPackage() {
        String[] known =
                SEES.keySet().stream().map(name -> "parsweep." + name + "..").toArray(String[]::new);

        classes()
                .that()
                .doNotHaveSimpleName("ParsweepApplication")
                .should()
                .resideInAnyPackage(known)
                .check(CLASSES);
    }

    @Test
    void computingKnowsNoFramework() {
        noClasses()
                .that()
                .resideInAnyPackage(
                        "parsweep.space..",
                        "parsweep.random..",
                        "parsweep.json..",
                        "parsweep.formula..",
                        "parsweep.plot..",
                        "parsweep.stats..",
                        "parsweep.design..",
                        "parsweep.model..",
                        "parsweep.outcome..",
                        "parsweep.exec..",
                        "parsweep.export..")
                .should()
                .dependOnClassesThat()
                .resideInAnyPackage("org.springframework..", "jakarta..", "org.hibernate..")
                .check(CLASSES);
    }

    @Test
    void threadsAreMadeInExecAndQueueAndByTheWatchOfSweepsOnly() {
        noClasses()
                .that()
                .resideOutsideOfPackages("parsweep.exec..", "parsweep.queue..")
                .and()
                .doNotHaveFullyQualifiedName("parsweep.web.watch.Watch")
                .and()
                .doNotHaveFullyQualifiedName("parsweep.store.embedded.WriteLock") // see below
                .should()
                .dependOnClassesThat()
                .haveNameMatching("java\\.lang\\.Thread|java\\.util\\.concurrent\\.(Executor.*|.*Executor|ForkJoin.*)")
                .check(CLASSES);
    }

    @Test
    void whoLetsOneWriteOnlyRestoresAnInterrupt() {
        noClasses()
                .that()
                .haveFullyQualifiedName("parsweep.store.embedded.WriteLock")
                .should()
                .callCodeUnitWhere(DescribedPredicate.describe(
                        "a thread does more than look at itself",
                        call -> call.getTargetOwner().isEquivalentTo(Thread.class)
                                && !List.of("currentThread", "interrupt").contains(call.getName())))
                .orShould()
                .dependOnClassesThat()
                .haveNameMatching("java\\.util\\.concurrent\\.(Executor.*|.*Executor|ForkJoin.*)")
                .check(CLASSES);
    }

    @Test
    void sqlIsInStoreAndQueueOnly() {
        noClasses()
                .that()
                .resideOutsideOfPackages("parsweep.store..", "parsweep.queue..")
                .should()
                .dependOnClassesThat()
                .resideInAnyPackage("java.sql..", "javax.sql..", "jakarta.persistence..", "org.springframework.jdbc..")
                .check(CLASSES);
    }

    @Test
    void httpIsInWebOnly() {
        noClasses()
                .that()
                .resideOutsideOfPackage("parsweep.web..")
                .should()
                .dependOnClassesThat()
                .resideInAnyPackage("jakarta.servlet..", "org.springframework.web..", "org.springframework.http..")
                .check(CLASSES);
    }

    @Test
    void packagesHaveNoCycles() {
        slices().matching("parsweep.(*)..").should().beFreeOfCycles().check(CLASSES);
    }

    @Test
    void packagesOfSweepsHaveNoCycles() {
        slices().matching("parsweep.sweep.(*)..").should().beFreeOfCycles().check(CLASSES);
        noClasses()
                .that()
                .resideInAnyPackage(
                        "parsweep.sweep.state",
                        "parsweep.sweep.limit",
                        "parsweep.sweep.worker",
                        "parsweep.sweep.shard",
                        "parsweep.sweep.definition")
                .should()
                .dependOnClassesThat()
                .resideInAPackage("parsweep.sweep")
                .check(CLASSES);
    }
}
