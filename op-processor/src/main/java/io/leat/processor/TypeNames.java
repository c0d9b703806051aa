package io.leat.processor;

import static java.util.Objects.requireNonNull;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Collectors;
import javax.lang.model.element.AnnotationMirror;
import javax.lang.model.element.Element;
import javax.lang.model.element.PackageElement;
import javax.lang.model.element.TypeElement;
import javax.lang.model.element.TypeParameterElement;
import javax.lang.model.type.ArrayType;
import javax.lang.model.type.DeclaredType;
import javax.lang.model.type.IntersectionType;
import javax.lang.model.type.TypeKind;
import javax.lang.model.type.TypeMirror;
import javax.lang.model.type.TypeVariable;
import javax.lang.model.type.WildcardType;

/** Writes types as one source file sees them and collects its imports. The first class of a simple name gets it. */
final class TypeNames {
    private final Map<String, String> bySimpleName = new HashMap<>();
    private final Map<String, String> imports = new TreeMap<>();

    /** @param reserved simple names that the file itself uses */
    TypeNames(List<String> reserved) {
        reserved.forEach(n -> bySimpleName.put(n, Names.PACKAGE + "." + n));
    }

    /** The qualified names to import, sorted. */
    List<String> imports() {
        return List.copyOf(imports.values());
    }

    /** The type with its type-use annotations. */
    String of(TypeMirror type) {
        return switch (type) {
            case ArrayType a -> of(a.getComponentType()) + brackets(a, "[]");
            case IntersectionType i -> i.getBounds().stream().map(this::of).collect(Collectors.joining(" & "));
            case TypeVariable v -> annotations(v) + v.asElement().getSimpleName();
            case WildcardType w -> {
                TypeMirror upper = w.getExtendsBound();
                TypeMirror lower = w.getSuperBound();
                yield annotations(w) + "?" + (upper != null ? " extends " + of(upper) : "")
                        + (lower != null ? " super " + of(lower) : "");
            }
            case DeclaredType d when d.getKind() == TypeKind.DECLARED -> declared(d);
            default -> annotations(type) + plain(type);
        };
    }

    /** The type of a last parameter that takes any number of arguments. */
    String ofVarargs(ArrayType type) {
        return of(type.getComponentType()) + brackets(type, "...");
    }

    /** The declaration of type parameters with a space after it, or nothing. */
    String parameters(List<? extends TypeParameterElement> params) {
        if (params.isEmpty()) {
            return "";
        }
        return params.stream()
                .map(p -> p.getSimpleName() + bounds(p.getBounds()))
                .collect(Collectors.joining(", ", "<", "> "));
    }

    private String bounds(List<? extends TypeMirror> bounds) {
        String all = bounds.stream().map(this::of).collect(Collectors.joining(" & "));
        return all.equals("Object") ? "" : " extends " + all;
    }

    private String declared(DeclaredType d) {
        TypeElement e = (TypeElement) d.asElement();
        String name = name(e);
        String annotations = annotations(d);
        int simple = name.lastIndexOf('.') + 1;
        String text = name.substring(0, simple) + annotations + name.substring(simple);
        return d.getTypeArguments().isEmpty()
                ? text
                : text + d.getTypeArguments().stream().map(this::of).collect(Collectors.joining(", ", "<", ">"));
    }

    /** The name of a class: its top-level class is imported when its simple name is free. */
    String name(TypeElement e) {
        if (e.getEnclosingElement() instanceof TypeElement outer) {
            return name(outer) + "." + e.getSimpleName();
        }
        String simple = e.getSimpleName().toString();
        String full = e.getQualifiedName().toString();
        String taken = bySimpleName.putIfAbsent(simple, full);
        if (taken != null && !taken.equals(full)) {
            return full;
        }
        String pack = ((PackageElement) requireNonNull(e.getEnclosingElement()))
                .getQualifiedName()
                .toString();
        if (!pack.equals("java.lang") && !pack.equals(Names.PACKAGE)) {
            imports.put(full, full);
        }
        return simple;
    }

    private String brackets(ArrayType a, String brackets) {
        String annotations = annotations(a);
        return annotations.isEmpty() ? brackets : " " + annotations + brackets;
    }

    private String annotations(TypeMirror type) {
        StringBuilder out = new StringBuilder();
        for (AnnotationMirror m : type.getAnnotationMirrors()) {
            Element e = m.getAnnotationType().asElement();
            if (m.getElementValues().isEmpty()) {
                out.append('@').append(name((TypeElement) e)).append(' ');
            }
        }
        return out.toString();
    }

    /** Primitives, void, and classes that do not exist yet. */
    private static String plain(TypeMirror type) {
        return type.getKind().isPrimitive()
                ? type.getKind().name().toLowerCase(java.util.Locale.ROOT)
                : type.toString();
    }
}
