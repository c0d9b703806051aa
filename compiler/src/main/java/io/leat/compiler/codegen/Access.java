package io.leat.compiler.codegen;

/** Where a {@link MapKernel} finds the elements of an input. */
public enum Access {
    /** Element {@code i} at the index at which the results' element {@code i} is. */
    SAME,
    /** Element {@code i} at {@code inputAt + i}. */
    OWN,
    /** One element for all, at {@code inputAt}. */
    ONE
}
