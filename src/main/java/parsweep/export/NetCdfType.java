package parsweep.export;

/** The types of classic NetCDF that are written here, with the codes and sizes that its specification gives them. */
enum NetCdfType {
    BYTE(1, 1),
    CHAR(2, 1),
    INT(4, 4),
    DOUBLE(6, 8),
    /** In 64-bit data files only. */
    INT64(10, 8);

    private final int code;
    private final int bytes;

    NetCdfType(int code, int bytes) {
        this.code = code;
        this.bytes = bytes;
    }

    int code() {
        return code;
    }

    int bytes() {
        return bytes;
    }
}
