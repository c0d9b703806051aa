package io.leat.processor;

/** The names of the classes that the processor reads and writes. */
final class Names {
    static final String OP_SPEC = "io.leat.graph.OpSpec";
    static final String ENDPOINT = "io.leat.graph.Endpoint";
    static final String ENDPOINTS = "io.leat.graph.Endpoint.All";
    static final String OP = "io.leat.graph.Op";
    static final String OPS = "io.leat.graph.Ops";
    static final String GRAPH = "io.leat.graph.Graph";

    /** The package of the generated classes. */
    static final String PACKAGE = "io.leat.ops";

    static final String CATALOGUE = "Catalogue";
    static final String FACADE = "Tf";
    static final String REFERENCE = "META-INF/leat/ops.md";

    private Names() {}
}
