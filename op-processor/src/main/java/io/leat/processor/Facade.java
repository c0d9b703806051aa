package io.leat.processor;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Collectors;
import javax.lang.model.element.ElementKind;
import javax.lang.model.element.ExecutableElement;
import javax.lang.model.element.Modifier;
import javax.lang.model.element.TypeElement;
import javax.lang.model.element.VariableElement;
import javax.lang.model.util.Elements;
import javax.lang.model.util.Types;

/** Sorts the endpoints into groups and writes a class for each, {@code Tf} for those without one. */
final class Facade {
    private static final Set<String> OF_OBJECT = Set.of(
            "clone()",
            "finalize()",
            "getClass()",
            "hashCode()",
            "notify()",
            "notifyAll()",
            "toString()",
            "wait()",
            "wait(long)",
            "wait(long,int)",
            "equals(java.lang.Object)");

    private final Elements elements;
    private final Types types;
    private final Report report;

    Facade(Elements elements, Types types, Report report) {
        this.elements = elements;
        this.types = types;
        this.report = report;
    }

    /** The generated classes by their simple names. Two endpoints with one name and parameters are an error. */
    Map<String, String> write(List<EndpointMethod> endpoints) {
        Map<List<String>, List<EndpointMethod>> groups = new TreeMap<>(Comparator.comparing(List::toString));
        groups.put(List.of(), new ArrayList<>());
        for (EndpointMethod e : endpoints) {
            for (int n = 1; n <= e.group().size(); n++) {
                groups.computeIfAbsent(List.copyOf(e.group().subList(0, n)), _ -> new ArrayList<>());
            }
            groups.getOrDefault(e.group(), List.of()).add(e);
        }
        Map<String, String> out = new TreeMap<>();
        groups.forEach((path, methods) -> out.put(className(path), group(path, methods, groups.keySet())));
        return out;
    }

    /** {@code Tf} itself, or {@code TfNn} for the group {@code nn}. */
    static String className(List<String> path) {
        return Names.FACADE
                + path.stream()
                        .map(g -> Character.toUpperCase(g.charAt(0)) + g.substring(1))
                        .collect(Collectors.joining());
    }

    private String group(List<String> path, List<EndpointMethod> methods, Set<List<String>> groups) {
        List<List<String>> subgroups = groups.stream()
                .filter(g ->
                        g.size() == path.size() + 1 && g.subList(0, path.size()).equals(path))
                .toList();
        Map<String, EndpointMethod> taken = new HashMap<>();
        List<EndpointMethod> kept = new ArrayList<>();
        methods.sort(Comparator.comparing(EndpointMethod::name)
                .thenComparingInt(e -> e.method().getParameters().size())
                .thenComparing(e -> key(e.name(), e.method(), 1))
                .thenComparing(e -> e.owner().getQualifiedName().toString()));
        for (EndpointMethod e : methods) {
            String key = key(e.name(), e.method(), 1);
            EndpointMethod other = taken.putIfAbsent(key, e);
            String clash = null;
            if (other != null) {
                clash = "an endpoint of " + other.owner().getQualifiedName();
            } else if (OF_OBJECT.contains(key)) {
                clash = "a method of java.lang.Object";
            } else if (subgroups.stream().anyMatch(g -> key.equals(g.getLast() + "()"))) {
                clash = "a group";
            } else if (path.isEmpty() && (key.equals("ops()") || e.name().equals("of"))) {
                clash = "a method of the facade";
            }
            if (clash == null) {
                kept.add(e);
            } else {
                report.error(e.method(), "@Endpoint: " + e.path() + " with these parameters is also " + clash);
            }
        }
        var writer = new FacadeWriter(elements, path);
        if (path.isEmpty()) {
            writer.scope(opsMethods(taken.keySet()));
        }
        return writer.write(subgroups, kept);
    }

    /** The methods of {@code Ops} that no endpoint replaces. */
    private List<ExecutableElement> opsMethods(Set<String> taken) {
        TypeElement ops = elements.getTypeElement(Names.OPS);
        List<ExecutableElement> out = new ArrayList<>();
        for (var e : ops.getEnclosedElements()) {
            if (e.getKind() == ElementKind.METHOD
                    && e.getModifiers().contains(Modifier.PUBLIC)
                    && !e.getModifiers().contains(Modifier.STATIC)) {
                String key = key(e.getSimpleName().toString(), (ExecutableElement) e, 0);
                if (!taken.contains(key) && !OF_OBJECT.contains(key)) {
                    out.add((ExecutableElement) e);
                }
            }
        }
        return out;
    }

    private String key(String name, ExecutableElement method, int skip) {
        return method.getParameters().stream()
                .skip(skip)
                .map(VariableElement::asType)
                .map(t -> types.erasure(t).toString())
                .collect(Collectors.joining(",", name + "(", ")"));
    }
}
