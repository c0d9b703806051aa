package io.leat.checks;

import static java.util.stream.Collectors.toUnmodifiableMap;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;

/** The modules of Leat and the arrows between them, as {@code ARCHITECTURE.md} draws them. */
final class House {
    /**
     * One module.
     *
     * @param folder its folder at the root, and its artifact after {@code leat-}
     * @param module its Java module, which is also its root package; no class of another module stands in it
     * @param uses folders of the modules that it may depend on
     * @param libraries packages outside the JDK that it may depend on
     */
    record Module(String folder, String module, Set<String> uses, Set<String> libraries) {
        private Module with(String... libraries) {
            return new Module(folder, module, uses, Set.of(libraries));
        }
    }

    static final List<Module> MODULES = List.of(
            module("tensor", "io.leat.tensor"),
            module("kernels", "io.leat.kernels"),
            module("ir", "io.leat.ir", "tensor", "kernels"),
            module("graph", "io.leat.graph", "tensor", "ir"),
            module("testkit", "io.leat.testkit", "tensor", "ir", "graph"),
            module("op-processor", "io.leat.processor", "graph"),
            module("ops", "io.leat.ops", "graph", "ir", "kernels", "tensor"),
            module("compiler", "io.leat.compiler", "graph", "ir", "kernels", "tensor"),
            module("runtime", "io.leat.runtime", "compiler", "graph", "ir", "kernels", "tensor"),
            module("formats-proto", "io.leat.formats.proto").with("com.google.protobuf"),
            module("formats", "io.leat.formats", "formats-proto", "graph", "tensor")
                    .with("com.google.protobuf"),
            module("train", "io.leat.train", "ops", "runtime", "formats", "graph", "tensor"),
            module("api", "io.leat", "tensor", "ir", "graph", "ops", "runtime", "formats", "train"),
            module("cli", "io.leat.cli", "api").with("picocli"),
            module("examples", "io.leat.examples", "api"),
            module("bench", "io.leat.bench", "api", "kernels", "compiler", "testkit")
                    .with("org.openjdk.jmh", "org.tensorflow", "ai.onnxruntime"));

    private static final Map<String, Module> BY_FOLDER =
            MODULES.stream().collect(toUnmodifiableMap(Module::folder, Function.identity()));

    private static final Map<String, Module> BY_NAME =
            MODULES.stream().collect(toUnmodifiableMap(Module::module, Function.identity()));

    private House() {}

    static Optional<Module> ofFolder(String folder) {
        return Optional.ofNullable(BY_FOLDER.get(folder));
    }

    /** The module with this Java module name. */
    static Optional<Module> ofName(String name) {
        return Optional.ofNullable(BY_NAME.get(name));
    }

    /** The module that owns a package: {@code io.leat.<module>...} by its third part, {@code io.leat} itself is api's. */
    static Optional<Module> ofPackage(String name) {
        var parts = name.split("\\.", -1);
        return ofName(String.join(".", List.of(parts).subList(0, Math.min(3, parts.length))));
    }

    /** Whether code of {@code from} may name code of {@code to}. Who may use api may use what api re-exports. */
    static boolean arrow(Module from, Module to) {
        return from.equals(to)
                || from.uses().contains(to.folder())
                || (from.uses().contains("api")
                        && ofFolder("api").orElseThrow().uses().contains(to.folder()));
    }

    private static Module module(String folder, String module, String... uses) {
        return new Module(folder, module, Set.of(uses), Set.of());
    }
}
