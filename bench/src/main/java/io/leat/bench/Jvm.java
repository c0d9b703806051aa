package io.leat.bench;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/** Other processes with the class path of this one. */
final class Jvm {
    /** The variable that says from which severity on TensorFlow speaks. */
    static final String TENSORFLOW_LOG = "TF_CPP_MIN_LOG_LEVEL";

    private Jvm() {}

    static ProcessBuilder command(Class<?> main, String... arguments) {
        return command(List.of(), main, arguments);
    }

    static ProcessBuilder command(List<String> options, Class<?> main, String... arguments) {
        List<String> words = new ArrayList<>();
        words.add(System.getProperty("java.home") + "/bin/java");
        words.add("--add-modules=jdk.incubator.vector");
        words.add("--enable-native-access=ALL-UNNAMED");
        for (Map.Entry<Object, Object> p : System.getProperties().entrySet()) {
            if (p.getKey().toString().startsWith("leat.")) {
                words.add("-D" + p.getKey() + "=" + p.getValue());
            }
        }
        words.addAll(options);
        words.addAll(List.of("-cp", System.getProperty("java.class.path"), main.getName()));
        words.addAll(List.of(arguments));
        var builder = new ProcessBuilder(words);
        builder.environment().put(TENSORFLOW_LOG, "3");
        return builder;
    }
}
