package io.leat.testkit;

/**
 * Where an input takes its values from.
 *
 * @param low the least float
 * @param high the upper bound of the floats
 * @param wholeLow the least integer; 0 instead of a negative one for unsigned dtypes
 * @param wholeHigh the greatest integer, not 0
 * @param zero whether an integer may be 0
 */
public record Domain(double low, double high, long wholeLow, long wholeHigh, boolean zero) {
    public static final Domain ANY = new Domain(-3, 3, -20, 20, true);
    public static final Domain POSITIVE = new Domain(0.2, 4, 1, 20, false);
    public static final Domain UNIT = new Domain(-0.95, 0.95, -1, 1, true);

    public static Domain of(double low, double high) {
        return new Domain(low, high, (long) Math.ceil(low), Math.max(1, (long) Math.floor(high)), true);
    }

    public Domain whole(long least, long greatest) {
        return new Domain(low, high, least, greatest, zero);
    }

    public Domain nonzero() {
        return new Domain(low, high, wholeLow, wholeHigh, false);
    }
}
