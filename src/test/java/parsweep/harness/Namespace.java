package parsweep.harness;

import java.io.IOException;
import java.util.List;

/** A network namespace of Linux, with one wire to this machine that can be cut. Needs root. */
final class Namespace implements AutoCloseable {
    static final String HOST = "10.213.77.1";
    static final String SUBNET = "10.213.77.0/24";

    private static final String NAME = "parsweep";
    private static final String GUEST = "10.213.77.2";

    private Namespace() {}

    static Namespace create() throws IOException, InterruptedException {
        ip("netns add " + NAME);
        Namespace namespace = new Namespace();
        ip("link add parsweep0 type veth peer name parsweep1 netns " + NAME);
        ip("address add " + HOST + "/24 dev parsweep0");
        ip("link set parsweep0 up");
        ip("-n " + NAME + " address add " + GUEST + "/24 dev parsweep1");
        ip("-n " + NAME + " link set parsweep1 up");
        ip("-n " + NAME + " link set lo up");
        return namespace;
    }

    /** What a command has to begin with to be run in it. */
    static List<String> prefix() {
        return List.of("ip", "netns", "exec", NAME);
    }

    /** No packet gets through any more, and nobody is told. */
    void cut() throws IOException, InterruptedException {
        ip("link set parsweep0 down");
    }

    void mend() throws IOException, InterruptedException {
        ip("link set parsweep0 up");
    }

    private static void ip(String arguments) throws IOException, InterruptedException {
        Process process =
                new ProcessBuilder(("ip " + arguments).split(" ")).inheritIO().start();
        if (process.waitFor() != 0) {
            throw new IOException("ip " + arguments + " failed");
        }
    }

    @Override
    public void close() throws IOException, InterruptedException {
        ip("netns delete " + NAME);
    }
}
