package parsweep.model;

/** What computes the points of a session has died, or had to be ended. The session is of no use any more. */
public final class KilledException extends ModelException {
    private static final long serialVersionUID = 1L;

    private final int ahead;

    /**
     * @param ahead how many points beside the current one it had been given. With none, the point is a failure of kind
     *     killed. With some, any of them may be to blame: the point is run again by itself, as if nothing had happened,
     *     and no {@link Upcoming} points are offered until so many have been computed.
     */
    public KilledException(String message, int ahead) {
        super(message);
        this.ahead = ahead;
    }

    public int ahead() {
        return ahead;
    }
}
