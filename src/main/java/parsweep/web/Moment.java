package parsweep.web;

/** Something that changes, as it was when it was looked at, for all who watch it. */
public interface Moment {
    /** The same for two moments if and only if nothing that matters has happened in between. */
    String tag();

    /** Whether nothing will happen any more. */
    boolean isOver();

    String json();
}
