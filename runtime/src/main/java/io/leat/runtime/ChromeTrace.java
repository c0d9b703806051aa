package io.leat.runtime;

import java.util.Locale;

/** Chrome's trace event format: a JSON list of complete events, times in microseconds. */
final class ChromeTrace {
    private ChromeTrace() {}

    static String of(Profile profile) {
        var json = new StringBuilder("{\"displayTimeUnit\":\"ns\",\"traceEvents\":[\n"
                + "{\"name\":\"process_name\",\"ph\":\"M\",\"pid\":0,\"args\":{\"name\":\"/device:CPU:0 Compute\"}}");
        for (Profile.Step s : profile.steps()) {
            json.append(",\n{\"name\":").append(quoted(s.kind()));
            json.append(",\"cat\":\"Op\",\"ph\":\"X\",\"pid\":0,\"tid\":0,\"ts\":")
                    .append(micros(s.startNanos()));
            json.append(",\"dur\":").append(micros(s.nanos()));
            json.append(",\"args\":{\"name\":").append(quoted(s.name()));
            json.append(",\"nodes\":").append(quoted(String.join("; ", s.nodes())));
            json.append(",\"bytes\":").append(s.bytes());
            json.append(String.format(
                    Locale.ROOT,
                    ",\"operations\":%.0f,\"GB/s\":%.3f,\"GFLOP/s\":%.3f}}",
                    s.operations(),
                    s.gigabytesPerSecond(),
                    s.gigaflops()));
        }
        return json.append("\n]}\n").toString();
    }

    private static String micros(long nanos) {
        return String.format(Locale.ROOT, "%.3f", nanos / 1e3);
    }

    private static String quoted(String text) {
        var json = new StringBuilder("\"");
        for (char c : text.toCharArray()) {
            if (c == '"' || c == '\\') {
                json.append('\\').append(c);
            } else if (c < ' ') {
                json.append(String.format(Locale.ROOT, "\\u%04x", (int) c));
            } else {
                json.append(c);
            }
        }
        return json.append('"').toString();
    }
}
