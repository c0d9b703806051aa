package io.leat.tensor;

import org.jspecify.annotations.Nullable;

/** The operation was aborted, typically by a conflict between concurrent ones. */
public final class AbortedException extends LeatException {
    private static final long serialVersionUID = 1L;

    public AbortedException(String reason) {
        this(reason, null, null);
    }

    public AbortedException(String reason, @Nullable ErrorSite site, @Nullable Throwable cause) {
        super(StatusCode.ABORTED, reason, site, cause);
    }
}
