package parsweep.sweep.state;

/** Tells failures for want of a database, which are nobody's fault and pass, from others. */
@FunctionalInterface
public interface Outages {
    /** Whether something failed since the database did not answer, or ended the connection. */
    boolean isBehind(Throwable fault);
}
