import type { Io } from './io.ts'

const WIDTH = 30

export type Progress = {
  /** @param done from 0 to `total` */
  update(done: number, total: number): void
  /** Takes the bar away. */
  clear(): void
}

/** A bar on a terminal; nothing elsewhere, so that logs stay clean. */
export function createProgress(label: string, io: Pick<Io, 'draw' | 'noteIsTerminal'>): Progress {
  if (!io.noteIsTerminal) return { update: () => {}, clear: () => {} }
  return {
    update(done, total) {
      const share = total === 0 ? 1 : Math.min(1, done / total)
      const full = Math.round(share * WIDTH)
      const bar = '█'.repeat(full) + '░'.repeat(WIDTH - full)
      io.draw(`\r${label} ${bar} ${String(Math.floor(share * 100)).padStart(3)} % (${done}/${total})`)
    },
    clear: () => io.draw('\r\u001b[K'),
  }
}
