package io.leat.ir;

/**
 * The elementary functions of a kernel: those for which a library decides the last bits of the result. Only functions
 * for which {@link UnaryFunction#isElementary} or {@link BinaryFunction#isElementary} holds are asked for.
 */
public interface ScalarFunctions {
    /** The judges: double precision throughout, accurate to a few units in the last place of a double. */
    ScalarFunctions REFERENCE = new ReferenceFunctions();

    float apply(UnaryFunction f, float x);

    double apply(UnaryFunction f, double x);

    float apply(BinaryFunction f, float a, float b);

    double apply(BinaryFunction f, double a, double b);
}
