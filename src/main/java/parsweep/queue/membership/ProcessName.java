package parsweep.queue.membership;

import java.lang.management.ManagementFactory;

/**
 * What a process is called.
 *
 * @param unique among all processes that ever share a database
 * @param host where it runs
 * @param version of the service
 */
public record ProcessName(String unique, String host, String version) {
    /** The queue's table has room for 50 characters. */
    private static final int MAX_LENGTH = 50;

    /** The host and the process id, and what tells two processes apart that have both in common: in containers all are 1. */
    public static ProcessName of(String version) {
        String name = ManagementFactory.getRuntimeMXBean().getName(); // pid@host
        String pid = name.substring(0, Math.max(0, name.indexOf('@')));
        String host = name.substring(name.indexOf('@') + 1);
        String end = "-" + pid + "-" + Long.toHexString(System.nanoTime() & 0xffffff);
        String start = host.replaceAll("[^A-Za-z0-9.-]", "-");
        String unique = start.substring(0, Math.min(start.length(), MAX_LENGTH - end.length())) + end;
        return new ProcessName(unique, host, version);
    }
}
