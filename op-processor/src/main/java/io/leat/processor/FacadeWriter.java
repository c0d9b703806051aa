package io.leat.processor;

import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;
import javax.lang.model.element.ExecutableElement;
import javax.lang.model.element.Name;
import javax.lang.model.element.VariableElement;
import javax.lang.model.type.ArrayType;
import javax.lang.model.util.Elements;

/** Writes one class of the facade. */
final class FacadeWriter {
    private final Elements elements;
    private final List<String> path;
    private final String className;
    private final TypeNames names;
    private final Source body = new Source(1);

    FacadeWriter(Elements elements, List<String> path) {
        this.elements = elements;
        this.path = path;
        this.className = Facade.className(path);
        this.names = new TypeNames(List.of(className));
        names.name(elements.getTypeElement(Names.OPS));
    }

    /** Starts the facade itself: how it is made, and the methods of {@code Ops}. */
    void scope(List<ExecutableElement> opsMethods) {
        names.name(elements.getTypeElement(Names.GRAPH));
        body.line("/** Adds to the graph, at the top scope. */")
                .line("public static Tf of(Graph graph) {")
                .line("return new Tf(graph.ops());")
                .line("}")
                .line("")
                .line("/** Adds within the scope of {@code ops}. */")
                .line("public static Tf of(Ops ops) {")
                .line("return new Tf(ops);")
                .line("}")
                .line("")
                .line("/** The scope that this facade adds to. */")
                .line("public Ops ops() {")
                .line("return ops;")
                .line("}")
                .line("");
        for (ExecutableElement m : opsMethods) {
            String link = "Ops#" + m.getSimpleName() + "(" + erased(m) + ")";
            DocText.comment("As {@link " + link + "}.", List.of()).forEach(body::line);
            boolean returnsScope = EndpointChecks.isOps(m.getReturnType());
            String type = returnsScope ? className : names.of(m.getReturnType());
            String call = "ops." + m.getSimpleName() + "(" + arguments(m, 0) + ")";
            method(
                    m,
                    m.getSimpleName().toString(),
                    type,
                    0,
                    returnsScope ? "new " + className + "(" + call + ")" : call);
        }
    }

    String write(List<List<String>> subgroups, List<EndpointMethod> endpoints) {
        for (List<String> g : subgroups) {
            String type = Facade.className(g);
            body.line("/** The endpoints of the group {@code " + String.join(".", g) + "}. */")
                    .line("public " + type + " " + g.getLast() + "() {")
                    .line("return new " + type + "(ops);")
                    .line("}")
                    .line("");
        }
        for (EndpointMethod e : endpoints) {
            String sentence = DocText.firstSentence(elements, e.method());
            if (sentence.isEmpty()) {
                sentence = DocText.firstSentence(elements, e.owner());
            }
            String owner = e.owner().getQualifiedName().toString();
            DocText.comment(sentence, List.of("@see " + owner)).forEach(body::line);
            boolean hides = e.method().getParameters().stream()
                    .skip(1)
                    .anyMatch(p -> p.getSimpleName().contentEquals("ops"));
            String rest = arguments(e.method(), 1);
            String call = owner + "." + e.method().getSimpleName() + "(" + (hides ? "this.ops" : "ops")
                    + (rest.isEmpty() ? "" : ", " + rest) + ")";
            method(e.method(), e.name(), names.of(e.method().getReturnType()), 1, call);
        }
        return head() + body.toString().stripTrailing() + "\n}\n";
    }

    private String head() {
        Source out = new Source().line("package " + Names.PACKAGE + ";").line("");
        names.imports().forEach(i -> out.line("import " + i + ";"));
        String doc = path.isEmpty()
                ? "/** All ops as methods that add them to a graph. Generated from their {@code @Endpoint}s. */"
                : "/** The ops of {@code tf." + path.stream().map(g -> g + "()").collect(Collectors.joining("."))
                        + "}. Generated from their {@code @Endpoint}s. */";
        return out.line("")
                .line(doc)
                .line("public final class " + className + " {")
                .line("private final Ops ops;")
                .line("")
                .line((path.isEmpty() ? "private " : "") + className + "(Ops ops) {")
                .line("this.ops = ops;")
                .line("}")
                .line("")
                .toString();
    }

    private void method(ExecutableElement m, String name, String type, int skip, String call) {
        if (elements.isDeprecated(m)) {
            body.line("@Deprecated");
        }
        boolean safe = Mirrors.findOrNull(m, "java.lang.SafeVarargs") != null;
        if (safe) {
            body.line("@SafeVarargs").line("@SuppressWarnings(\"varargs\")");
        }
        String thrown = m.getThrownTypes().stream().map(names::of).collect(Collectors.joining(", "));
        body.line("public " + (safe ? "final " : "") + names.parameters(m.getTypeParameters()) + type + " " + name + "("
                + parameters(m, skip) + ")" + (thrown.isEmpty() ? "" : " throws " + thrown) + " {");
        body.line((type.equals("void") ? "" : "return ") + call + ";").line("}").line("");
    }

    private String parameters(ExecutableElement m, int skip) {
        List<String> out = new ArrayList<>();
        List<? extends VariableElement> all = m.getParameters();
        for (int i = skip; i < all.size(); i++) {
            VariableElement p = all.get(i);
            boolean varargs = m.isVarArgs() && i == all.size() - 1;
            out.add((varargs ? names.ofVarargs((ArrayType) p.asType()) : names.of(p.asType())) + " "
                    + p.getSimpleName());
        }
        return String.join(", ", out);
    }

    private static String arguments(ExecutableElement m, int skip) {
        return m.getParameters().stream()
                .skip(skip)
                .map(VariableElement::getSimpleName)
                .map(Name::toString)
                .collect(Collectors.joining(", "));
    }

    /** The parameter types as a Javadoc link writes them. */
    private String erased(ExecutableElement m) {
        List<String> out = new ArrayList<>();
        for (VariableElement p : m.getParameters()) {
            boolean varargs = m.isVarArgs() && p.equals(m.getParameters().getLast());
            String t = varargs ? names.ofVarargs((ArrayType) p.asType()) : names.of(p.asType());
            out.add(t.replaceAll("@\\w+ ", "").replaceAll("<.*>", "").replace(" ", ""));
        }
        return String.join(", ", out);
    }
}
