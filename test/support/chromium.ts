import { existsSync } from 'node:fs'
import { type Browser, chromium } from 'playwright-core'

const PLACES = [
  '/usr/bin/chromium',
  '/usr/bin/chromium-browser',
  '/usr/bin/google-chrome',
  '/opt/google/chrome/chrome',
]

/** Where Chromium is on this machine; undefined when it is nowhere. `CHROMIUM_PATH` goes first. */
export function chromiumPath(): string | undefined {
  return [process.env.CHROMIUM_PATH, ...PLACES].find((path) => path !== undefined && existsSync(path))
}

/** @param hosts names that lead to 127.0.0.1 */
export function launchChromium(hosts: readonly string[] = []): Promise<Browser> {
  const rules = hosts.map((host) => `MAP ${host} 127.0.0.1`).join(', ')
  return chromium.launch({
    executablePath: chromiumPath()!,
    // Containers and CI run as root, where the sandbox cannot be had; the pages are ours.
    args: ['--no-sandbox', ...(rules ? [`--host-resolver-rules=${rules}`] : [])],
  })
}
