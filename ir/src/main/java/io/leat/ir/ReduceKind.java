package io.leat.ir;

/** How a reduction combines elements. */
public enum ReduceKind {
    SUM,
    MEAN,
    PROD,
    /** NaN if any element is NaN. */
    MAX,
    /** NaN if any element is NaN. */
    MIN,
    ALL,
    ANY
}
