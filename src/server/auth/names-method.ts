/** Whether a token that names methods this way means that one: by its name, or `group.*` for all of its group. */
export function namesMethod(pattern: string, method: string): boolean {
  return pattern === method || (pattern.endsWith('.*') && method.startsWith(pattern.slice(0, -1)))
}
