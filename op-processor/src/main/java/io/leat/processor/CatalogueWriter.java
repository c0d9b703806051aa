package io.leat.processor;

import java.util.ArrayList;
import java.util.List;

/**
 * Writes {@code Catalogue}, which makes each op when asked for it. The op's class is loaded only then: {@code bind} is
 * called on the op's own class, so that the verifier has no reason to load it.
 */
final class CatalogueWriter {
    /** Ops for each method: one takes about 45 bytes of bytecode, and HotSpot compiles methods below 8000 bytes. */
    static final int OPS_PER_METHOD = 100;

    private CatalogueWriter() {}

    /** @param ops sorted by name */
    static String write(List<OpClass> ops) {
        List<List<OpClass>> parts = new ArrayList<>();
        for (int i = 0; i < ops.size(); i += OPS_PER_METHOD) {
            parts.add(ops.subList(i, Math.min(i + OPS_PER_METHOD, ops.size())));
        }
        Source out = new Source()
                .line("package " + Names.PACKAGE + ";")
                .line("")
                .line("import io.leat.graph.Op;")
                .line("import io.leat.graph.OpLibrary;")
                .line("import io.leat.graph.Signature;")
                .line("import java.util.List;")
                .line("import org.jspecify.annotations.Nullable;")
                .line("")
                .line("/** All ops of this module. Generated from their {@code @OpSpec}. */")
                .line("public final class Catalogue implements OpLibrary {")
                .line("/** For {@link java.util.ServiceLoader}. */")
                .line("public Catalogue() {}")
                .line("")
                .line("@Override")
                .line("public @Nullable Op find(String name) {");
        for (int i = 1; i < parts.size(); i++) {
            String first = Source.quote(parts.get(i).getFirst().name());
            out.line("if (name.compareTo(" + first + ") < 0) {")
                    .line("return find" + i + "(name);")
                    .line("}");
        }
        out.line(parts.isEmpty() ? "return null;" : "return find" + parts.size() + "(name);")
                .line("}");
        for (int i = 0; i < parts.size(); i++) {
            out.line("").line("private static @Nullable Op find" + (i + 1) + "(String name) {");
            out.line("return switch (name) {");
            for (OpClass op : parts.get(i)) {
                out.line("case " + Source.quote(op.name()) + " ->");
                out.line("    new " + op.className() + "().bind(Signature.parse(");
                out.line("            " + Source.quote(op.text()) + ", "
                        + op.signature().stateful() + "));");
            }
            out.line("default -> null;").line("};").line("}");
        }
        out.line("").line("@Override").line("public List<String> names() {");
        if (ops.isEmpty()) {
            out.line("return List.of();");
        } else {
            out.line("return List.of(");
            for (int i = 0; i < ops.size(); i++) {
                String end = i == ops.size() - 1 ? ");" : ",";
                out.line("        " + Source.quote(ops.get(i).name()) + end);
            }
        }
        return out.line("}").line("}").toString();
    }
}
