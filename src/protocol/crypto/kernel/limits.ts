/** Bytes of a page of WebAssembly memory. */
export const PAGE = 65_536

/** Pages an instance starts with: static data and the arena of small calls. */
export const INITIAL_PAGES = 2

/** Pages no instance goes beyond (64 MiB). The module itself declares it, so the engine enforces it. */
export const MAXIMUM_PAGES = 1_024
