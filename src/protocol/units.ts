/** Base units in 1 STG. */
export const UNITS_PER_STG = 1_000_000n
