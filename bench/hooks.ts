/** What is to be done in the end, for helpers of the tests that want to leave something. */
export function hooks() {
  const ends: (() => unknown)[] = []
  return {
    after: (end: () => unknown) => void ends.unshift(end),
    run: async () => {
      for (const end of ends.splice(0)) await end()
    },
  }
}
