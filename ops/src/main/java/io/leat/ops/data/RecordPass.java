package io.leat.ops.data;

import io.leat.ir.RunContext;
import io.leat.ops.data.TupleDataset.Iteration;
import io.leat.tensor.NotFoundException;
import io.leat.tensor.Shape;
import io.leat.tensor.Tensor;
import io.leat.tensor.Tensors;
import io.leat.tensor.UnknownException;
import java.io.IOException;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.Iterator;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** The records of files one after another, as strings. */
final class RecordPass implements Iteration {
    private final Iterator<String> files;
    private final String compression;
    private RecordIo.@Nullable Reader reader;

    RecordPass(List<String> files, String compression) {
        this.files = files.iterator();
        this.compression = compression;
    }

    @Override
    public Tensor @Nullable [] next(RunContext run) {
        try {
            while (true) {
                if (reader == null) {
                    if (!files.hasNext()) {
                        return null;
                    }
                    Path file = Path.of(files.next());
                    run.files().checkRead(file);
                    reader = RecordIo.find().open(file, compression);
                }
                byte[] record = reader.next();
                if (record != null) {
                    return new Tensor[] {Tensors.strings(Shape.SCALAR, record)};
                }
                reader.close();
                reader = null;
            }
        } catch (NoSuchFileException e) {
            throw new NotFoundException(e.getMessage() + "; No such file or directory", null, e);
        } catch (IOException e) {
            throw new UnknownException(e.toString(), null, e);
        }
    }
}
