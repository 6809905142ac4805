/** Names and texts as other languages write them. */
import type { Deprecation } from './document.ts'

/** `accountId` → `account_id`, `payment.sendMany` → `payment_send_many`. */
export function snakeCase(name: string): string {
  return name.replace(/[A-Z]/g, (letter) => `_${letter.toLowerCase()}`).replaceAll('.', '_')
}

/** Breaks a text at spaces into lines of at most `width` characters; longer words stand alone. */
export function wrap(text: string, width: number): string[] {
  const lines: string[] = []
  let line = ''
  for (const word of text.split(/\s+/)) {
    if (line !== '' && line.length + 1 + word.length > width) {
      lines.push(line)
      line = word
    } else {
      line = line === '' ? word : `${line} ${word}`
    }
  }
  return line === '' ? lines : [...lines, line]
}

/** A sentence: with a full stop where there is none. */
export function sentence(text: string): string {
  return /[.!?:]$/.test(text) ? text : `${text}.`
}

/** What is said of a method that is on its way out. */
export function leaving({ since, instead, removedIn }: Deprecation): string {
  return `Deprecated since ${since}, removed in ${removedIn}: use ${instead}.`
}
