package parsweep.model.process;

import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.regex.Pattern;

/** The environment of processes: that of the service, without its settings and what may be secret. */
public final class Environment {
    /** The workers are the budget of processors; libraries that start threads of their own would exceed it. */
    private static final List<String> THREADS = List.of(
            "OMP_NUM_THREADS",
            "OPENBLAS_NUM_THREADS",
            "MKL_NUM_THREADS",
            "NUMEXPR_NUM_THREADS",
            "VECLIB_MAXIMUM_THREADS");

    private static final Pattern WITHHELD =
            Pattern.compile("(PARSWEEP|SPRING|SERVER|MANAGEMENT|LOGGING)_.*|JAVA_TOOL_OPTIONS|JDK_JAVA_OPTIONS"
                    + "|.*(PASSWORD|PASSWD|SECRET|TOKEN|CREDENTIAL|PRIVATE|API_?KEY).*");

    private Environment() {}

    /** Whether a variable's name looks as if its value were nobody else's business. */
    public static boolean isWithheld(String name) {
        return WITHHELD.matcher(name.toUpperCase(Locale.ROOT)).matches();
    }

    /** Makes the service's environment that of a process. */
    static void prepare(Map<String, String> environment, Map<String, String> more) {
        environment.keySet().removeIf(Environment::isWithheld);
        THREADS.forEach(name -> environment.putIfAbsent(name, "1"));
        environment.putAll(more);
    }
}
