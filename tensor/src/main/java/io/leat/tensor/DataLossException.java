package io.leat.tensor;

import org.jspecify.annotations.Nullable;

/** Data is lost or corrupt beyond recovery. */
public final class DataLossException extends LeatException {
    private static final long serialVersionUID = 1L;

    public DataLossException(String reason) {
        this(reason, null, null);
    }

    public DataLossException(String reason, @Nullable ErrorSite site, @Nullable Throwable cause) {
        super(StatusCode.DATA_LOSS, reason, site, cause);
    }
}
