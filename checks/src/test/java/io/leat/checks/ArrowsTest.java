package io.leat.checks;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.fail;

import com.tngtech.archunit.core.domain.Dependency;
import com.tngtech.archunit.core.domain.JavaClass;
import io.leat.checks.House.Module;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Pattern;
import javax.xml.parsers.DocumentBuilderFactory;
import org.junit.jupiter.api.Test;
import org.w3c.dom.Element;

/** Arrows point one way: in the poms, in the module descriptors, and in the classes. */
final class ArrowsTest {
    private static final Pattern REQUIRES =
            Pattern.compile("requires\\s+(?:static\\s+|transitive\\s+)*(io\\.leat[\\w.]*)");

    @Test
    void pomsFollowTheArrows() {
        var wrong = new ArrayList<String>();
        for (var module : House.MODULES) {
            for (var artifact : dependencies(Project.root().resolve(module.folder(), "pom.xml"))) {
                var folder = artifact.equals("leat") ? "api" : artifact.replaceFirst("^leat-", "");
                var used = House.ofFolder(folder).orElseThrow();
                if (!House.arrow(module, used)) {
                    wrong.add(module.folder() + "/pom.xml names " + artifact);
                }
            }
        }
        assertThat(wrong).as("arrows of ARCHITECTURE.md").isEmpty();
    }

    @Test
    void moduleDescriptorsFollowTheArrows() {
        var wrong = new ArrayList<String>();
        for (var module : House.MODULES) {
            var descriptor = Project.root().resolve(module.folder(), "src/main/java/module-info.java");
            if (!Files.exists(descriptor)) {
                continue;
            }
            var text = Project.text(descriptor);
            assertThat(text)
                    .as("%s", descriptor)
                    .containsPattern("module\\s+" + Pattern.quote(module.module()) + "\\s");
            REQUIRES.matcher(text).results().map(match -> match.group(1)).forEach(name -> {
                if (!House.arrow(module, House.ofName(name).orElseThrow())) {
                    wrong.add(module.module() + " requires " + name);
                }
            });
        }
        assertThat(wrong).as("arrows of ARCHITECTURE.md").isEmpty();
    }

    @Test
    void classesFollowTheArrows() {
        var wrong = new ArrayList<String>();
        for (var from : Classes.all()) {
            var module = House.ofPackage(from.getPackageName());
            if (module.isEmpty()) {
                wrong.add(from.getName() + " stands in a package that no module of House.MODULES owns");
                continue;
            }
            for (var dependency : from.getDirectDependenciesFromSelf()) {
                if (!allowed(module.get(), dependency.getTargetClass().getBaseComponentType())) {
                    wrong.add(describe(module.get(), dependency));
                }
            }
        }
        assertThat(wrong).as("arrows of ARCHITECTURE.md").isEmpty();
    }

    @Test
    void theTableNamesEveryModuleOfTheBuild() {
        var pom = Project.text(Project.root().resolve("pom.xml"));
        var built = Pattern.compile("<module>([\\w-]+)</module>")
                .matcher(pom)
                .results()
                .map(match -> match.group(1));
        assertThat(built.filter(folder -> !List.of("conformance", "checks").contains(folder)))
                .containsExactlyInAnyOrderElementsOf(
                        House.MODULES.stream().map(Module::folder).toList());
    }

    private static boolean allowed(Module module, JavaClass target) {
        var name = target.getPackageName();
        if (target.isPrimitive()
                || name.startsWith("java.")
                || name.startsWith("javax.")
                || name.equals("jdk.jfr")
                || name.startsWith("jdk.incubator.vector")
                || name.startsWith("org.jspecify.")
                || module.libraries().stream().anyMatch(name::startsWith)) {
            return true;
        }
        return House.ofPackage(name).filter(used -> House.arrow(module, used)).isPresent();
    }

    private static String describe(Module module, Dependency dependency) {
        return "module " + module.folder() + " may not use this: " + dependency.getDescription();
    }

    /** Artifacts of Leat that a pom names outside the test scope. */
    private static List<String> dependencies(Path pom) {
        var found = new ArrayList<String>();
        try {
            var document =
                    DocumentBuilderFactory.newInstance().newDocumentBuilder().parse(pom.toFile());
            var nodes = document.getElementsByTagName("dependency");
            for (int i = 0; i < nodes.getLength(); i++) {
                var dependency = (Element) nodes.item(i);
                var processor = text(dependency, "artifactId").equals("leat-op-processor");
                if (text(dependency, "groupId").equals("io.leat")
                        && !text(dependency, "scope").equals("test")
                        && !(processor && text(dependency, "scope").equals("provided"))) {
                    found.add(text(dependency, "artifactId"));
                }
            }
        } catch (Exception e) {
            fail("cannot read " + pom, e);
        }
        return found;
    }

    private static String text(Element element, String child) {
        var nodes = element.getElementsByTagName(child);
        return nodes.getLength() == 0 ? "" : nodes.item(0).getTextContent().strip();
    }
}
