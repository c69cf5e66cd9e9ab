package parsweep.harness;

import java.io.IOException;
import java.util.List;

/** A network namespace of Linux, with one wire to this machine that can be cut. Needs root and {@code ip}. */
final class Namespace implements AutoCloseable {
    static final String MISSING = "a network that is cut (needs Linux, root and ip netns: apt-get install iproute2)";

    private static final long PID = ProcessHandle.current().pid();
    private static final String NAME = "parsweep-" + PID;
    private static final String HERE = "ps" + PID + "a"; // 15 characters are allowed
    private static final String THERE = "ps" + PID + "b";
    private static final String SUBNET = "10.213." + PID % 256 + "."; // those who test at the same time have others

    private Namespace() {}

    /** Whether this machine and this user can have one. */
    static boolean isPossible() throws InterruptedException {
        try (Namespace namespace = create()) {
            return run("netns exec " + NAME + " true");
        } catch (IOException e) {
            return false; // no such program, or not allowed
        }
    }

    static Namespace create() throws IOException, InterruptedException {
        ip("netns add " + NAME);
        Namespace namespace = new Namespace();
        try {
            ip("link add " + HERE + " type veth peer name " + THERE + " netns " + NAME);
            ip("address add " + namespace.host() + "/24 dev " + HERE);
            ip("link set " + HERE + " up");
            ip("-n " + NAME + " address add " + SUBNET + "2/24 dev " + THERE);
            ip("-n " + NAME + " link set " + THERE + " up");
            ip("-n " + NAME + " link set lo up");
            return namespace;
        } catch (IOException e) {
            namespace.close();
            throw e;
        }
    }

    /** The address of this machine, as seen from there. */
    String host() {
        return SUBNET + "1";
    }

    String subnet() {
        return SUBNET + "0/24";
    }

    /** What a command has to begin with to be run in it. */
    List<String> prefix() {
        return List.of("ip", "netns", "exec", NAME);
    }

    /** No packet gets through any more, and nobody is told. */
    void cut() throws IOException, InterruptedException {
        ip("link set " + HERE + " down");
    }

    void mend() throws IOException, InterruptedException {
        ip("link set " + HERE + " up");
    }

    private static void ip(String arguments) throws IOException, InterruptedException {
        if (!run(arguments)) {
            throw new IOException("ip " + arguments + " failed");
        }
    }

    private static boolean run(String arguments) throws IOException, InterruptedException {
        return new ProcessBuilder(("ip " + arguments).split(" "))
                        .redirectErrorStream(true)
                        .redirectOutput(ProcessBuilder.Redirect.DISCARD)
                        .start()
                        .waitFor()
                == 0;
    }

    @Override
    public void close() throws IOException, InterruptedException {
        run("link delete " + HERE); // if it is there: the namespace takes its end with it some time later
        ip("netns delete " + NAME);
    }
}
