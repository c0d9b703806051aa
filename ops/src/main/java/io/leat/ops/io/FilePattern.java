package io.leat.ops.io;

import io.leat.ir.FileAccess;
import java.io.IOException;
import java.nio.file.DirectoryStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Pattern;
import java.util.regex.PatternSyntaxException;

/**
 * A path with wildcards: {@code *} stands for any characters but a slash, {@code ?} for one, {@code [a-z]} for one of
 * these, {@code [^a-z]} for one that is none of these, and a backslash takes away the meaning of the next.
 */
final class FilePattern {
    private static final Pattern WILD = Pattern.compile("[*?\\[\\\\]");

    private FilePattern() {}

    /**
     * The files and folders that there are, in no certain order; none when a folder on the way is missing.
     *
     * @throws io.leat.tensor.PermissionDeniedException if a folder must not be listed
     */
    static List<String> matches(String pattern, FileAccess access) throws IOException {
        if (!WILD.matcher(pattern).find()) {
            Path path = io.leat.ops.io.Files.path(pattern);
            access.checkRead(path);
            return Files.exists(path) ? List.of(pattern) : List.of();
        }
        List<String> found = new ArrayList<>();
        found.add(pattern.startsWith("/") ? "/" : "");
        for (String part : pattern.split("/", -1)) {
            if (part.isEmpty()) {
                continue;
            }
            List<String> next = new ArrayList<>();
            for (String folder : found) {
                if (WILD.matcher(part).find()) {
                    list(folder, regex(part), next, access);
                } else if (Files.exists(io.leat.ops.io.Files.path(folder + part))) {
                    next.add(folder + part + "/");
                }
            }
            found = next;
        }
        List<String> names = found.stream()
                .map(f -> f.endsWith("/") ? f.substring(0, f.length() - 1) : f)
                .toList();
        names.forEach(f -> access.checkRead(io.leat.ops.io.Files.path(f)));
        return names;
    }

    private static void list(String folder, Pattern name, List<String> found, FileAccess access) throws IOException {
        Path path = Path.of(folder.isEmpty() ? "." : folder);
        access.checkRead(path);
        if (!Files.isDirectory(path)) {
            return;
        }
        try (DirectoryStream<Path> all = Files.newDirectoryStream(path)) {
            for (Path p : all) {
                String file = String.valueOf(p.getFileName());
                if (name.matcher(file).matches()) {
                    found.add(folder + file + "/");
                }
            }
        }
    }

    private static Pattern regex(String part) {
        var regex = new StringBuilder();
        for (int i = 0; i < part.length(); i++) {
            char c = part.charAt(i);
            int end = c == '[' ? part.indexOf(']', i + 2) : -1;
            if (c == '*') {
                regex.append(".*");
            } else if (c == '?') {
                regex.append('.');
            } else if (end > 0) {
                String set = part.substring(i + 1, end)
                        .replace("\\", "\\\\")
                        .replace("[", "\\[")
                        .replace("&", "\\&");
                regex.append('[')
                        .append(set.startsWith("!") ? "^" + set.substring(1) : set)
                        .append(']');
                i = end;
            } else {
                boolean escapes = c == '\\' && i + 1 < part.length();
                regex.append(Pattern.quote(String.valueOf(escapes ? part.charAt(++i) : c)));
            }
        }
        try {
            return Pattern.compile(regex.toString(), Pattern.DOTALL);
        } catch (PatternSyntaxException e) {
            return Pattern.compile(Pattern.quote(part));
        }
    }
}
