package io.leat.testkit;

/** Where the inputs of elementwise ops and reductions take their values from. */
final class Domains {
    private Domains() {}

    static Domain first(String op) {
        return switch (op) {
            case "Log", "Sqrt", "Rsqrt", "Lgamma", "Digamma", "Acosh", "Igamma", "Igammac", "Polygamma", "Zeta" ->
                op.equals("Acosh") || op.equals("Zeta") ? Domain.of(1.1, 5) : Domain.POSITIVE;
            case "Log1p" -> Domain.of(-0.8, 4);
            case "TanhGrad" -> Domain.of(-0.7, 0.7);
            case "Acos", "Asin", "Atanh", "Erfinv" -> Domain.UNIT;
            case "Ndtri" -> Domain.of(0.05, 0.95);
            case "Inv", "Reciprocal", "InvGrad", "ReciprocalGrad", "SqrtGrad", "RsqrtGrad" -> Domain.POSITIVE;
            case "Pow" -> Domain.POSITIVE.whole(0, 6);
            case "Prod", "Cumprod" -> Domain.of(-1.5, 1.5);
            case "Mul", "Square" -> Domain.ANY.whole(-10, 10);
            case "Tan" -> Domain.of(-1.2, 1.2);
            case "Exp", "Expm1", "Sinh", "Cosh" -> Domain.ANY.whole(-3, 3);
            default -> Domain.ANY;
        };
    }

    static Domain second(String op) {
        return switch (op) {
            case "Div", "RealDiv", "FloorDiv", "TruncateDiv", "Mod", "FloorMod", "TruncateMod" ->
                Domain.of(0.3, 4).whole(-7, 7).nonzero();
            case "LeftShift", "RightShift" -> Domain.ANY.whole(0, 7);
            case "Pow" -> Domain.of(-2, 2).whole(0, 3);
            case "Xlogy", "Xlog1py", "Xdivy", "Igamma", "Igammac", "Polygamma", "Zeta" -> Domain.POSITIVE;
            default -> Domain.ANY;
        };
    }
}
