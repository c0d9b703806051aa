package io.leat.processor;

/** Sources of small ops. */
final class Samples {
    /** The line at which the {@code @OpSpec} of {@link #op} stands. */
    static final int SPEC_LINE = 4;

    /** The imports of all samples, on one line. */
    static final String IMPORTS =
            "import io.leat.graph.*; import io.leat.tensor.*; import java.util.*; import org.jspecify.annotations.*;";

    private Samples() {}

    /** An op with a shape rule only; {@code spec} are the arguments of the annotation. */
    static String op(String name, String spec) {
        return op(
                "/** Does " + name + ". It has more to say. */",
                spec,
                "public final class " + name + " extends Op",
                "");
    }

    /** The same with all parts to choose; the class begins one line after the {@code @OpSpec}. */
    static String op(String doc, String spec, String declaration, String members) {
        return """
                package sample.ops;
                %s
                %s
                @OpSpec(%s)
                %s {
                %s
                    @Override
                    protected void infer(Inference c) {
                        c.output(0, Shape.UNKNOWN);
                    }
                }
                """.formatted(IMPORTS, doc, spec, declaration, members);
    }

    /** A spec of one input and one output. */
    static String unary(String name) {
        return "\"" + name + "(x: T) -> (y: T); T: {float, double}\"";
    }

    /** A class with endpoints but no op; {@code members} must bring their own annotations. */
    static String endpoints(String members) {
        return """
                package sample.ops;
                %s
                /** Some endpoints. */
                public final class Endpoints {
                    private Endpoints() {}
                %s
                }
                """.formatted(IMPORTS, members);
    }
}
