package org.isoflop.analysis.hardware;

/** The format in which an accelerator multiplies. */
public enum Precision {

    /** 32-bit floating point. */
    FP32("fp32", 32),
    /** 32-bit floating point with a mantissa of 10 bits in products. */
    TF32("tf32", 32),
    /** 16-bit floating point. */
    FP16("fp16", 16),
    /** 16-bit floating point with the exponent of 32 bits. */
    BF16("bf16", 16),
    /** 8-bit floating point. */
    FP8("fp8", 8),
    /** 8-bit integers. */
    INT8("int8", 8),
    /** 4-bit floating point. */
    FP4("fp4", 4);

    private final String key;
    private final int bits;

    Precision(String key, int bits) {
        this.key = key;
        this.bits = bits;
    }

    /**
     * The name in files and answers.
     *
     * @return such as {@code bf16}
     */
    public String key() {
        return key;
    }

    /**
     * The size of a stored value.
     *
     * @return bits
     */
    public int bits() {
        return bits;
    }
}
