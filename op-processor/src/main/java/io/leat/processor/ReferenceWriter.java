package io.leat.processor;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Collectors;
import javax.lang.model.element.TypeElement;
import javax.lang.model.util.Elements;

/** Writes the op reference in Markdown: a chapter for each package, a section for each op. */
final class ReferenceWriter {
    /** Outside of quoted strings: an even number of quotes follows. */
    private static final String UNQUOTED = "(?=(?:[^']*'[^']*')*[^']*$)";

    private static final String QUOTED = "(?!(?:[^']*'[^']*')*[^']*$)";

    private final Elements elements;
    private final Map<TypeElement, List<String>> pathsByOwner;

    ReferenceWriter(Elements elements, List<EndpointMethod> endpoints) {
        this.elements = elements;
        this.pathsByOwner = endpoints.stream()
                .collect(Collectors.groupingBy(
                        EndpointMethod::owner, Collectors.mapping(EndpointMethod::path, Collectors.toList())));
    }

    /** @param ops sorted by name */
    String write(List<OpClass> ops) {
        Map<String, List<OpClass>> chapters = new TreeMap<>();
        for (OpClass op : ops) {
            String pack = elements.getPackageOf(op.type()).getQualifiedName().toString();
            String title = pack.startsWith(Names.PACKAGE + ".") ? pack.substring(Names.PACKAGE.length() + 1) : pack;
            chapters.computeIfAbsent(title, _ -> new ArrayList<>()).add(op);
        }
        StringBuilder out = new StringBuilder("# Op reference\n\n");
        out.append("Written by the op processor from each op's `@OpSpec`, `@Endpoint` and Javadoc. ");
        out.append("*Lowering* says that the op is compiled; the others run as their plain meaning says.\n\n");
        out.append("| package | ops | with gradient | with lowering |\n|---|--:|--:|--:|\n");
        chapters.forEach((title, list) -> row(out, "[" + title + "](#" + title.replace(".", "") + ")", list));
        row(out, "all", ops);
        chapters.forEach((title, list) -> {
            out.append("\n## ").append(title).append('\n');
            list.forEach(op -> section(out, op));
        });
        return out.toString();
    }

    private static void row(StringBuilder out, String title, List<OpClass> ops) {
        long gradients =
                ops.stream().filter(o -> Overrides.has(o.type(), "gradient")).count();
        long lowerings =
                ops.stream().filter(o -> Overrides.has(o.type(), "lower")).count();
        out.append("| ").append(String.join(" | ", title, "" + ops.size(), "" + gradients, "" + lowerings));
        out.append(" |\n");
    }

    private void section(StringBuilder out, OpClass op) {
        out.append("\n### ").append(op.name()).append("\n\n");
        String sentence = DocText.markdown(DocText.firstSentence(elements, op.type()));
        if (!sentence.isEmpty()) {
            out.append(sentence).append("\n\n");
        }
        String signature = op.text().strip().replaceAll("\\n" + QUOTED, "\\\\n").replaceAll("\\s+" + UNQUOTED, " ");
        out.append("```\n")
                .append(signature.replaceAll(" ?; ?" + UNQUOTED, "\n    "))
                .append("\n```\n");
        List<String> facts = new ArrayList<>();
        pathsByOwner.getOrDefault(op.type(), List.of()).stream()
                .distinct()
                .sorted()
                .forEach(p -> facts.add("`" + p + "`"));
        facts.add(Overrides.has(op.type(), "gradient") ? "gradient" : "no gradient");
        facts.add(Overrides.has(op.type(), "lower") ? "lowering" : "no lowering");
        if (!Overrides.has(op.type(), "lower") && !Overrides.has(op.type(), "compute")) {
            facts.add("no plain meaning: part of graphs, but not run by itself");
        }
        if (op.signature().stateful()) {
            facts.add("stateful");
        }
        out.append('\n').append(String.join(", ", facts)).append(".\n");
    }
}
