// Where the caller's memory begins. Static data (memory.data) lies below; from here on every byte is handed out by
// kernel.ts, which also grows the memory: nothing in this module allocates.

/** The first free byte behind the static data, aligned to 16. */
export function heapBase(): usize {
  return (__heap_base + 15) & ~15
}
