import { NodeError } from './errors.ts'

/**
 * Stands for a part of the node that is not there yet, or not any more: whatever is asked of it is refused with `not_ready`
 * until `find` gives the part.
 */
export function gate<Part extends object>(find: () => Part | undefined): Part {
  return new Proxy({} as Part, {
    get: (_, name) => {
      const part = find()
      if (!part) throw new NodeError('not_ready', { state: 'starting' })
      const member: unknown = Reflect.get(part, name, part)
      // Parts are classes with private fields, and those know only the part itself.
      return typeof member === 'function' ? member.bind(part) : member
    },
  })
}
