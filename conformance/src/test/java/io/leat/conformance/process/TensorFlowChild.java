package io.leat.conformance.process;

import io.leat.conformance.ops.TensorFlowSession;
import io.leat.tensor.DType;
import java.io.BufferedInputStream;
import java.io.BufferedOutputStream;
import java.io.DataInputStream;
import java.io.DataOutputStream;
import java.io.IOException;
import org.bytedeco.javacpp.BytePointer;
import org.bytedeco.javacpp.Pointer;
import org.bytedeco.javacpp.PointerPointer;
import org.bytedeco.javacpp.PointerScope;
import org.tensorflow.internal.c_api.TF_Buffer;
import org.tensorflow.internal.c_api.TF_Graph;
import org.tensorflow.internal.c_api.TF_ImportGraphDefOptions;
import org.tensorflow.internal.c_api.TF_Operation;
import org.tensorflow.internal.c_api.TF_Output;
import org.tensorflow.internal.c_api.TF_Session;
import org.tensorflow.internal.c_api.TF_SessionOptions;
import org.tensorflow.internal.c_api.TF_Status;
import org.tensorflow.internal.c_api.TF_TString;
import org.tensorflow.internal.c_api.TF_Tensor;
import org.tensorflow.internal.c_api.global.tensorflow;

/**
 * The process in which real TensorFlow runs what may end it. It reads requests from its input, each the length of a
 * GraphDef, that, and the name of a node; and answers each with the number of the status and its message, or with 0 and
 * the node's outputs. By TensorFlow's C interface, since that of Java does not tell all statuses apart.
 */
final class TensorFlowChild {
    private final DataOutputStream out;
    private final TF_SessionOptions options = tensorflow.TF_NewSessionOptions();

    private TensorFlowChild(DataOutputStream out) {
        this.out = out;
    }

    public static void main(String[] args) throws IOException {
        var in = new DataInputStream(new BufferedInputStream(System.in));
        var child = new TensorFlowChild(new DataOutputStream(new BufferedOutputStream(System.out)));
        child.configure();
        for (int length = in.readInt(); length >= 0; length = in.readInt()) {
            byte[] definition = in.readNBytes(length);
            child.answer(definition, in.readUTF());
            child.out.flush();
        }
    }

    private void configure() {
        byte[] config = TensorFlowSession.AS_WRITTEN.toByteArray();
        TF_Status status = tensorflow.TF_NewStatus();
        tensorflow.TF_SetConfig(options, new BytePointer(config), config.length, status);
        tensorflow.TF_DeleteStatus(status);
    }

    private void answer(byte[] definition, String node) throws IOException {
        TF_Graph graph = tensorflow.TF_NewGraph();
        TF_Status status = tensorflow.TF_NewStatus();
        try (var scope = new PointerScope()) {
            scope.attach(load(graph, definition, status));
            if (tensorflow.TF_GetCode(status) == 0) {
                run(graph, node, status);
            } else {
                refuse(status);
            }
        }
        tensorflow.TF_DeleteStatus(status);
        tensorflow.TF_DeleteGraph(graph);
    }

    private static BytePointer load(TF_Graph graph, byte[] definition, TF_Status status) {
        BytePointer bytes = new BytePointer(definition);
        TF_Buffer buffer = tensorflow.TF_NewBufferFromString(bytes, definition.length);
        TF_ImportGraphDefOptions plain = tensorflow.TF_NewImportGraphDefOptions();
        tensorflow.TF_GraphImportGraphDef(graph, buffer, plain, status);
        tensorflow.TF_DeleteImportGraphDefOptions(plain);
        tensorflow.TF_DeleteBuffer(buffer);
        return bytes;
    }

    private void refuse(TF_Status status) throws IOException {
        out.writeInt(tensorflow.TF_GetCode(status));
        String message = tensorflow.TF_Message(status).getString();
        out.writeUTF(message.substring(0, Math.min(message.length(), 2000)));
    }

    private void run(TF_Graph graph, String node, TF_Status status) throws IOException {
        TF_Session session = tensorflow.TF_NewSession(graph, options, status);
        TF_Operation op = tensorflow.TF_GraphOperationByName(graph, node);
        int all = tensorflow.TF_OperationNumOutputs(op);
        TF_Output fetches = new TF_Output(Math.max(1, all));
        int n = 0;
        for (int i = 0; i < all; i++) {
            fetches.position(n).oper(op).index(i);
            if (isValue(tensorflow.TF_OperationOutputType(fetches))) {
                n++;
            }
        }
        fetches.position(0);
        PointerPointer<TF_Tensor> values = new PointerPointer<>(Math.max(1, n));
        PointerPointer<TF_Operation> targets = new PointerPointer<>(1);
        targets.put(0, op);
        tensorflow.TF_SessionRun(
                session, null, null, (PointerPointer<?>) null, 0, fetches, values, n, targets, 1, null, status);
        if (tensorflow.TF_GetCode(status) != 0) {
            refuse(status);
        } else {
            out.writeInt(0);
            out.writeInt(n);
            for (int i = 0; i < n; i++) {
                TF_Tensor value = new TF_Tensor(values.get(i));
                write(value);
                tensorflow.TF_DeleteTensor(value);
            }
        }
        tensorflow.TF_CloseSession(session, status);
        tensorflow.TF_DeleteSession(session, status);
    }

    private static boolean isValue(int type) {
        return type != DType.RESOURCE.number() && type != DType.VARIANT.number();
    }

    private void write(TF_Tensor t) throws IOException {
        int type = tensorflow.TF_TensorType(t);
        out.writeInt(type);
        int rank = tensorflow.TF_NumDims(t);
        out.writeInt(rank);
        long size = 1;
        for (int i = 0; i < rank; i++) {
            out.writeLong(tensorflow.TF_Dim(t, i));
            size *= tensorflow.TF_Dim(t, i);
        }
        Pointer data = tensorflow.TF_TensorData(t);
        if (type == DType.STRING.number()) {
            TF_TString strings = new TF_TString(data);
            for (long i = 0; i < size; i++) {
                TF_TString s = strings.getPointer(i);
                writeBytes(tensorflow.TF_StringGetDataPointer(s), tensorflow.TF_StringGetSize(s));
            }
        } else {
            writeBytes(new BytePointer(data), tensorflow.TF_TensorByteSize(t));
        }
    }

    private void writeBytes(BytePointer from, long length) throws IOException {
        byte[] bytes = new byte[Math.toIntExact(length)];
        if (length > 0) {
            from.get(bytes);
        }
        out.writeInt(bytes.length);
        out.write(bytes);
    }
}
