/** Makes a failing run small: takes away what is not needed for it to fail in the same way. */
import { nodeCount, type SimConfig } from './config.ts'

/** Runs that may be spent. */
const ATTEMPTS = 300

/** The smallest config found for which `fails` still holds. */
export function shrink(config: SimConfig, fails: (config: SimConfig) => boolean): SimConfig {
  let attempts = 0
  const attempt = (candidate: SimConfig): boolean => {
    if (attempts >= ATTEMPTS) return false
    attempts += 1
    if (!fails(candidate)) return false
    config = candidate
    return true
  }
  for (let before: SimConfig | undefined; before !== config && attempts < ATTEMPTS; ) {
    before = config
    withoutFaults(() => config, attempt)
    for (const simpler of SIMPLER) for (const candidate of simpler(config)) attempt(candidate)
  }
  return config
}

/** Takes faults out: half of them at a time, then a quarter, in the end one by one. */
function withoutFaults(current: () => SimConfig, attempt: (candidate: SimConfig) => boolean): void {
  for (
    let size = Math.ceil(current().faults.length / 2);
    size >= 1;
    size = size > 1 ? Math.ceil(size / 2) : 0
  ) {
    for (let at = 0; at < current().faults.length; ) {
      const { faults } = current()
      const left = [...faults.slice(0, at), ...faults.slice(at + size)]
      if (!attempt({ ...current(), faults: left })) at += size
    }
  }
}

type Simpler = (config: SimConfig) => SimConfig[]

const SIMPLER: readonly Simpler[] = [
  (config) => (config.followers > 0 ? [{ ...config, followers: 0, faults: reachable(config) }] : []),
  ({ network, ...config }) =>
    network.loss + network.duplicates > 0
      ? [{ ...config, network: { ...network, loss: 0, duplicates: 0 } }]
      : [],
  (config) =>
    config.clocks.some(({ offset, drift }) => offset !== 0 || drift !== 0)
      ? [{ ...config, clocks: config.clocks.map(() => ({ offset: 0, drift: 0 })) }]
      : [],
  // A twin has a second node behind the validators: making it honest would number the nodes anew.
  (config) =>
    [...config.roles.keys()]
      .filter((i) => config.roles[i] !== undefined && config.roles[i] !== 'twin')
      .map((i) => ({ ...config, roles: config.roles.with(i, undefined) })),
]

/** The faults that strike a node that is there without followers. */
function reachable(config: SimConfig): SimConfig['faults'] {
  const nodes = nodeCount({ ...config, followers: 0 })
  return config.faults.filter((fault) => !('node' in fault) || fault.node < nodes)
}
