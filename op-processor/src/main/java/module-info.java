/** Checks op specifications at build time and writes the op catalogue, the facade and the op reference. */
@org.jspecify.annotations.NullMarked
module io.leat.processor {
    requires static transitive org.jspecify;
    requires io.leat.graph;
    requires transitive java.compiler;

    exports io.leat.processor;

    provides javax.annotation.processing.Processor with
            io.leat.processor.OpProcessor;
}
