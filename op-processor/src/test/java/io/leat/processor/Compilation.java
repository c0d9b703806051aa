package io.leat.processor;

import java.io.File;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import javax.tools.Diagnostic;
import javax.tools.DiagnosticCollector;
import javax.tools.JavaCompiler;
import javax.tools.JavaFileObject;
import javax.tools.SimpleJavaFileObject;
import javax.tools.StandardJavaFileManager;
import javax.tools.ToolProvider;

/**
 * A run of javac with the op processor, the lints on and warnings as errors.
 *
 * @param out where classes and generated sources went
 */
record Compilation(boolean succeeded, List<Diagnostic<? extends JavaFileObject>> diagnostics, Path out) {
    private static final Pattern PACKAGE = Pattern.compile("package ([\\w.]+);");
    private static final Pattern TYPE = Pattern.compile("(?m)^(?:public |final |abstract )*(?:class|interface) (\\w+)");

    /** Compiles sources of classes, and of a module when one of them is a module's. */
    static Compilation of(Path out, String... sources) {
        boolean modular = Stream.of(sources).anyMatch(s -> s.startsWith("module "));
        String path = Stream.of("java.class.path", "jdk.module.path")
                .map(key -> System.getProperty(key, ""))
                .filter(p -> !p.isEmpty())
                .collect(Collectors.joining(File.pathSeparator));
        List<String> options = List.of(
                "-d",
                out.toString(),
                "-Xlint:all,-processing,-incubating",
                "-Werror",
                "-parameters",
                modular ? "--module-path" : "-classpath",
                path);
        JavaCompiler javac = Objects.requireNonNull(ToolProvider.getSystemJavaCompiler());
        var diagnostics = new DiagnosticCollector<JavaFileObject>();
        try (StandardJavaFileManager files =
                javac.getStandardFileManager(diagnostics, Locale.ROOT, StandardCharsets.UTF_8)) {
            List<JavaFileObject> units = new ArrayList<>();
            for (String s : sources) {
                units.add(new Text(s));
            }
            JavaCompiler.CompilationTask task = javac.getTask(null, files, diagnostics, options, null, units);
            task.setProcessors(List.of(new OpProcessor()));
            task.setLocale(Locale.ROOT);
            return new Compilation(task.call(), List.copyOf(diagnostics.getDiagnostics()), out);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** The errors and warnings with the source lines that they stand at, {@code line: message}. */
    List<String> errors() {
        return diagnostics.stream()
                .filter(d -> d.getKind() != Diagnostic.Kind.NOTE)
                .map(d -> d.getLineNumber() + ": " + d.getMessage(Locale.ROOT))
                .toList();
    }

    String text(String file) {
        try {
            return Files.readString(out.resolve(file));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    String generated(String className) {
        return text("io/leat/ops/" + className + ".java");
    }

    /** A loader of the compiled classes that remembers which ones it defined. */
    Loader loader() {
        return new Loader(out);
    }

    static final class Loader extends ClassLoader {
        final List<String> defined = new ArrayList<>();
        private final Path dir;

        Loader(Path dir) {
            super(Loader.class.getClassLoader());
            this.dir = dir;
        }

        @Override
        protected Class<?> findClass(String name) throws ClassNotFoundException {
            try {
                byte[] code = Files.readAllBytes(dir.resolve(name.replace('.', '/') + ".class"));
                defined.add(name);
                return defineClass(name, code, 0, code.length);
            } catch (IOException e) {
                throw new ClassNotFoundException(name, e);
            }
        }
    }

    private static final class Text extends SimpleJavaFileObject {
        private final String text;

        Text(String text) {
            super(URI.create("string:///" + path(text)), Kind.SOURCE);
            this.text = text;
        }

        private static String path(String text) {
            Matcher pack = PACKAGE.matcher(text);
            Matcher type = TYPE.matcher(text);
            String folder = pack.find() ? pack.group(1).replace('.', '/') + "/" : "";
            return folder + (type.find() ? type.group(1) : "module-info") + ".java";
        }

        @Override
        public CharSequence getCharContent(boolean ignoreEncodingErrors) {
            return text;
        }
    }
}
