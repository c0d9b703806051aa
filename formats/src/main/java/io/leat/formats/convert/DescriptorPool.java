package io.leat.formats.convert;

import com.google.protobuf.DescriptorProtos.FileDescriptorProto;
import com.google.protobuf.DescriptorProtos.FileDescriptorSet;
import com.google.protobuf.Descriptors.Descriptor;
import com.google.protobuf.Descriptors.DescriptorValidationException;
import com.google.protobuf.Descriptors.FieldDescriptor;
import com.google.protobuf.Descriptors.FileDescriptor;
import com.google.protobuf.InvalidProtocolBufferException;
import io.leat.formats.proto.CheckpointProtos;
import io.leat.formats.proto.EventProtos;
import io.leat.formats.proto.ExampleProtos;
import io.leat.formats.proto.GraphProtos;
import io.leat.formats.proto.ModelProtos;
import io.leat.formats.proto.RunMetadataProtos;
import io.leat.tensor.InvalidArgumentException;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** The types of messages that some files describe. */
public final class DescriptorPool {
    private static final byte[] BYTES = "bytes://".getBytes(StandardCharsets.UTF_8);
    private static final DescriptorPool LOCAL = new DescriptorPool(List.of(
            GraphProtos.getDescriptor(),
            ExampleProtos.getDescriptor(),
            CheckpointProtos.getDescriptor(),
            EventProtos.getDescriptor(),
            ModelProtos.getDescriptor(),
            RunMetadataProtos.getDescriptor()));

    private final List<FileDescriptor> files;

    private DescriptorPool(List<FileDescriptor> files) {
        this.files = List.copyOf(files);
    }

    /**
     * @param source {@code local://} or nothing for TensorFlow's own, {@code bytes://} and a serialised
     *     {@code FileDescriptorSet}, or the path of a file that holds one
     * @throws InvalidArgumentException if there is none, or it contradicts itself
     */
    public static DescriptorPool of(byte[] source) {
        String text = new String(source, StandardCharsets.UTF_8);
        if (text.isEmpty() || text.equals("local://")) {
            return LOCAL;
        }
        byte[] set;
        if (text.startsWith("bytes://")) {
            set = Arrays.copyOfRange(source, BYTES.length, source.length);
        } else {
            try {
                set = Files.readAllBytes(Path.of(text));
            } catch (IOException e) {
                throw new InvalidArgumentException("Couldn't load descriptor set from " + text + ": " + e, null, e);
            }
        }
        try {
            return parse(FileDescriptorSet.parseFrom(set));
        } catch (InvalidProtocolBufferException | DescriptorValidationException e) {
            throw new InvalidArgumentException(
                    "Unable to parse descriptor source as a FileDescriptorSet: " + e.getMessage(), null, e);
        }
    }

    private static DescriptorPool parse(FileDescriptorSet set) throws DescriptorValidationException {
        Map<String, FileDescriptorProto> byName = new HashMap<>();
        set.getFileList().forEach(f -> byName.put(f.getName(), f));
        Map<String, FileDescriptor> built = new HashMap<>();
        for (FileDescriptorProto f : set.getFileList()) {
            build(f, byName, built, 0);
        }
        return new DescriptorPool(new ArrayList<>(built.values()));
    }

    private static FileDescriptor build(
            FileDescriptorProto file,
            Map<String, FileDescriptorProto> all,
            Map<String, FileDescriptor> built,
            int depth)
            throws DescriptorValidationException {
        FileDescriptor known = built.get(file.getName());
        if (known != null) {
            return known;
        }
        if (depth > all.size()) {
            throw new InvalidArgumentException("The files of a descriptor set import each other: " + file.getName());
        }
        List<FileDescriptor> imports = new ArrayList<>();
        for (String name : file.getDependencyList()) {
            FileDescriptorProto needed = all.get(name);
            if (needed == null) {
                throw new InvalidArgumentException(
                        "File " + file.getName() + " of a descriptor set imports " + name + ", which is not there");
            }
            imports.add(build(needed, all, built, depth + 1));
        }
        FileDescriptor made = FileDescriptor.buildFrom(file, imports.toArray(FileDescriptor[]::new));
        built.put(file.getName(), made);
        return made;
    }

    /** The type of this full name, or null if there is none. */
    public @Nullable Descriptor message(String name) {
        for (FileDescriptor file : files) {
            Descriptor found = find(file.getMessageTypes(), name);
            if (found != null) {
                return found;
            }
        }
        return null;
    }

    private static @Nullable Descriptor find(List<Descriptor> types, String name) {
        for (Descriptor d : types) {
            if (d.getFullName().equals(name)) {
                return d;
            }
            Descriptor inner = name.startsWith(d.getFullName() + ".") ? find(d.getNestedTypes(), name) : null;
            if (inner != null) {
                return inner;
            }
        }
        return null;
    }

    /** The field of this name, or the extension of this full name, or null if there is none. */
    public @Nullable FieldDescriptor field(Descriptor type, String name) {
        FieldDescriptor own = type.findFieldByName(name);
        if (own != null) {
            return own;
        }
        for (FileDescriptor file : files) {
            FieldDescriptor found = extension(type, name, file.getExtensions(), file.getMessageTypes());
            if (found != null) {
                return found;
            }
        }
        return null;
    }

    private static @Nullable FieldDescriptor extension(
            Descriptor type, String name, List<FieldDescriptor> extensions, List<Descriptor> messages) {
        for (FieldDescriptor e : extensions) {
            if (e.getFullName().equals(name) && e.getContainingType().equals(type)) {
                return e;
            }
        }
        for (Descriptor d : messages) {
            FieldDescriptor found = extension(type, name, d.getExtensions(), d.getNestedTypes());
            if (found != null) {
                return found;
            }
        }
        return null;
    }
}
