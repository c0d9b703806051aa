package io.leat.kernels;

/** Whether the Vector API can be used: the module is there, and the user did not switch it off. */
final class VectorSupport {

    /**
     * True when classes that name {@code jdk.incubator.vector} types may be loaded. Every use of such a class stands
     * behind this flag; the other branch is the scalar form.
     */
    static final boolean AVAILABLE = available();

    private VectorSupport() {}

    private static boolean available() {
        return !Boolean.getBoolean("leat.vector.off")
                && ModuleLayer.boot().findModule("jdk.incubator.vector").isPresent();
    }
}
