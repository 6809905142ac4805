/** Digits of an id or a key in a table. */
export const SHORT = 16
