package io.leat.kernels;

import java.lang.System.Logger;
import java.lang.System.Logger.Level;

/**
 * Whether the kernels run in their Vector API form. Decided once, when this class is initialised. A kernel whose forms
 * give the same bits starts with the scalar one and writes
 *
 * {@snippet :
 * if (THING.ready(n)) { // a VectorForm, never ready where vectors are not available
 *     FloatVectorThing.run(x, xOffset, n);
 * } else {
 *     FloatScalarThing.run(x, xOffset, n);
 * }
 * }
 *
 * <p>Only classes named {@code *Vector*} and {@link Lanes} mention {@code jdk.incubator.vector}, in static members that
 * are reached through such a test, or one of {@link #AVAILABLE}, alone: without the module they are never loaded.
 *
 * <p>The system property {@code leat.vector} is {@code off} for the scalar form, or a number of bits (128, 256, 512)
 * that the vectors shall not exceed; anything else stands for the machine's preferred width.
 */
public final class VectorSupport {
    /** Vectors of at most this many bits are to be used; the machine's preferred width may be smaller. */
    static final int MAX_BITS = maxBits(System.getProperty("leat.vector", ""));

    /** True when the Vector API form serves, false when the scalar form does. */
    public static final boolean AVAILABLE = available();

    private VectorSupport() {}

    /** How many lanes of {@code float} the kernels use, 1 in the scalar form. */
    public static int floatLanes() {
        return AVAILABLE ? Lanes.FLOAT.length() : 1;
    }

    /** How many lanes of {@code double} the kernels use, 1 in the scalar form. */
    public static int doubleLanes() {
        return AVAILABLE ? Lanes.DOUBLE.length() : 1;
    }

    private static boolean available() {
        Logger logger = System.getLogger("io.leat.kernels");
        if (MAX_BITS == 0) {
            logger.log(Level.INFO, "Scalar kernels: the system property leat.vector is off");
            return false;
        }
        if (ModuleLayer.boot().findModule("jdk.incubator.vector").isEmpty()) {
            logger.log(
                    Level.WARNING,
                    "Scalar kernels, several times slower: the module jdk.incubator.vector is not loaded. Start Java"
                            + " with --add-modules jdk.incubator.vector, or put Leat on the module path");
            return false;
        }
        if (!optimisingCompiler(System.getProperty("java.vm.info", ""))) {
            logger.log(Level.WARNING, "Scalar kernels: this JVM runs without its optimising compiler");
            return false;
        }
        return true;
    }

    /** Uncompiled or compiled by C1 alone, vector code allocates each vector: hundreds of times slower than scalar. */
    static boolean optimisingCompiler(String vmInfo) {
        return !vmInfo.contains("interpreted mode") && !vmInfo.contains("emulated-client");
    }

    static int maxBits(String property) {
        return switch (property) {
            case "off" -> 0;
            case "128" -> 128;
            case "256" -> 256;
            default -> 512;
        };
    }
}
