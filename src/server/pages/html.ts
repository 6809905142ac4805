/** Text that is safe to stand in HTML, and the little markup the contract uses. */

export function escapeHtml(text: string): string {
  return text
    .replaceAll('&', '&amp;')
    .replaceAll('<', '&lt;')
    .replaceAll('>', '&gt;')
    .replaceAll('"', '&quot;')
    .replaceAll("'", '&#39;')
}

/** Escapes, and sets what stands in backticks as code. */
export function prose(text: string): string {
  return escapeHtml(text).replace(/`([^`]+)`/g, '<code>$1</code>')
}

/** A value as indented JSON, escaped. */
export function jsonHtml(value: unknown): string {
  return escapeHtml(JSON.stringify(value, null, 2))
}
