/** The same thing in several languages, one to be seen at a time. */
import { escapeHtml } from './html.ts'

export type Tab = { readonly id: string; readonly title: string; readonly code: string }

/** Without a script the first is seen; the page's script shows the buttons and changes all sets of tabs together. */
export function tabsHtml(label: string, tabs: readonly Tab[]): string {
  const buttons = tabs.map(
    ({ id, title }, index) =>
      `<button type="button" role="tab" data-lang="${id}" aria-selected="${index === 0}" tabindex="${index === 0 ? 0 : -1}">${escapeHtml(title)}</button>`,
  )
  const panels = tabs.map(
    ({ id, title, code }, index) =>
      `<div role="tabpanel" aria-label="${escapeHtml(title)}" data-lang="${id}"${index === 0 ? '' : ' hidden'}>${codeHtml(code, TOOLS.has(id))}</div>`,
  )
  return `<div class="tabs"><div role="tablist" aria-label="${escapeHtml(label)}" hidden>${buttons.join('')}</div>${panels.join('')}</div>`
}

/** Tabs whose code is data for the most part, in long lines. */
const TOOLS: ReadonlySet<string> = new Set(['curl', 'cli', 'frame'])

/** Code with room for the button that copies it. @param wrapped whether long lines are broken anywhere */
export function codeHtml(code: string, wrapped: boolean): string {
  return `<div class="code"><pre tabindex="0"${wrapped ? ' class="wrapped"' : ''}>${escapeHtml(code)}</pre></div>`
}
