package io.leat.tensor;

import org.jspecify.annotations.Nullable;

/** The operation exists, but not for this dtype, format or attribute. */
public final class UnimplementedException extends LeatException {
    private static final long serialVersionUID = 1L;

    public UnimplementedException(String reason) {
        this(reason, null, null);
    }

    public UnimplementedException(String reason, @Nullable ErrorSite site, @Nullable Throwable cause) {
        super(StatusCode.UNIMPLEMENTED, reason, site, cause);
    }
}
