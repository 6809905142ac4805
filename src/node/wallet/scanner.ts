/**
 * Follows the chain for all accounts. Accounts at the same height share the work; those at the head come first, so that
 * somebody's long catching up does not hold up everybody's payments. What a block does to an account is one batch together
 * with the height it has been read to, so a crash at any instant neither loses nor doubles anything.
 */
import { toHex } from '../../protocol/bytes.ts'
import { Alarm } from '../alarm.ts'
import type { Clock } from '../clock.ts'
import { NodeError } from '../errors.ts'
import type { Logger } from '../logger.ts'
import type { NodeWorkers } from '../workers/node-workers.ts'
import type { Account } from './account.ts'
import type { AccountBook } from './account-book.ts'
import type { AddressBook } from './address-book.ts'
import { applyBlock, type BlockHits, concerns, type EffectRules } from './block-effects.ts'
import type { SeenBlock, WalletChain } from './chain-view.ts'
import type { WalletLimits } from './limits.ts'
import { isCutOff } from './needed-blocks.ts'
import { type ScannedBlocks, type ScanRequest, scanAhead } from './scan-ahead.ts'

export type ScannerModules = {
  readonly book: AccountBook
  readonly addresses: AddressBook
  readonly chain: WalletChain
  readonly workers: NodeWorkers
  readonly clock: Clock
  readonly logger: Logger
  readonly limits: WalletLimits
  /** Told after blocks have been applied. */
  readonly onProgress: () => void
}

/** Accounts that are read on together from `from` to at most `until`. */
type Group = {
  readonly type: 'follow' | 'rescan'
  readonly accounts: readonly Account[]
  readonly from: number
  readonly until: number
}

function nameOf({ type, accounts }: Group): string {
  return [type, ...accounts.map(({ id }) => id)].join(' ')
}

/** Steps of a group that are scanned ahead, and the block that comes next in them. */
type Ahead = { readonly steps: ReturnType<typeof scanAhead>; readonly next: number }

export class Scanner {
  readonly #modules: ScannerModules
  /** By the name of the group. */
  readonly #ahead = new Map<string, Ahead>()
  readonly #rules: EffectRules
  readonly #alarm = new Alarm()
  /** Accounts that blocks are missing for, and that were told of. */
  readonly #cutOff = new Set<string>()
  readonly #waiting = new Set<{ readonly height: number; readonly resolve: () => void }>()

  constructor(modules: ScannerModules) {
    this.#modules = modules
    const { chain, limits } = modules
    this.#rules = { params: chain.params, limits, stake: chain.stake }
  }

  /** To be called when there is a new block, a new account or a rescan. */
  ring(): void {
    this.#alarm.ring()
  }

  /** Resolves when every account that was at the head has been read up to `height`, or when the work ends. */
  reached(height: number): Promise<void> {
    return new Promise((resolve) => {
      this.#waiting.add({ height, resolve })
      this.#tellReached()
    })
  }

  #tellReached(): void {
    const atHead = this.#modules.book.all().filter(({ caughtUp }) => caughtUp)
    const least = atHead.reduce(
      (height, one) => Math.min(height, one.scannedHeight),
      Number.POSITIVE_INFINITY,
    )
    for (const waiter of this.#waiting) {
      if (least < waiter.height) continue
      this.#waiting.delete(waiter)
      waiter.resolve()
    }
  }

  #tell(): void {
    this.#tellReached()
    this.#modules.onProgress()
  }

  /** Works until the signal is aborted. */
  async run(signal: AbortSignal): Promise<void> {
    await this.#follow(signal)
    await this.#forgetAhead([])
    for (const { resolve } of this.#waiting) resolve()
  }

  async #follow(signal: AbortSignal): Promise<void> {
    const { clock, logger, limits } = this.#modules
    while (!signal.aborted) {
      let delay: number | undefined
      try {
        while (await this.#turn(signal)) this.#tell()
      } catch (error) {
        if (signal.aborted) return
        // an account was removed under our hands: the others go on at once
        if (error instanceof NodeError && error.code === 'account_not_found') continue
        logger.error({ err: error }, 'reading the chain for the accounts failed; it is tried again')
        delay = limits.retryDelay
      } finally {
        // also when one account's reading failed: the others have moved on
        this.#tell()
      }
      try {
        await this.#alarm.wait(clock, delay, signal)
      } catch {
        return
      }
    }
  }

  /** One step for those at the head, and one for the furthest behind. @returns whether there was anything to do. */
  async #turn(signal: AbortSignal): Promise<boolean> {
    const groups = this.#groups()
    const [head] = groups
    const last = groups.at(-1)
    await this.#forgetAhead(head && last ? [head, last] : [])
    if (head) await this.#step(head, signal)
    if (last && last !== head) await this.#step(last, signal)
    return head !== undefined
  }

  /** What is to be read, the groups nearest to the head first and rescans last. */
  #groups(): Group[] {
    const { book, chain } = this.#modules
    const behind = new Map<number, Account[]>()
    const rescans: Group[] = []
    for (const account of book.all()) {
      if (this.#isCutOff(account)) continue
      const { scannedHeight } = account
      const { rescan } = account.progress
      if (scannedHeight < chain.height)
        behind.set(scannedHeight, [...(behind.get(scannedHeight) ?? []), account])
      else account.setCaughtUp()
      // after a restart following may have to come back first to where it was when the rescan was asked for
      if (rescan && rescan.next <= scannedHeight)
        rescans.push({ type: 'rescan', accounts: [account], from: rescan.next, until: scannedHeight })
    }
    const follow = [...behind].toSorted(([a], [b]) => b - a)
    return [
      ...follow.map(
        ([height, accounts]): Group => ({ type: 'follow', accounts, from: height + 1, until: chain.height }),
      ),
      ...rescans,
    ]
  }

  /** Whether the blocks that the account has to read next are pruned: then it stays where it is, and that is told once. */
  #isCutOff(account: Account): boolean {
    const { chain, logger } = this.#modules
    const { earliest } = chain
    if (!isCutOff(account, earliest)) return false
    if (!this.#cutOff.has(account.id))
      logger.error(
        { accountId: account.id, scannedHeight: account.scannedHeight, earliest },
        'blocks that the account has not read are pruned: recover it on a node that has all blocks, or rescan from the earliest height and go without them',
      )
    this.#cutOff.add(account.id)
    return true
  }

  async #step(group: Group, signal: AbortSignal): Promise<void> {
    const { addresses, limits } = this.#modules
    const { type, accounts, from } = group
    const { blocks, hits } = await this.#scanned(group, signal)
    signal.throwIfAborted()
    for (const [index, account] of accounts.entries()) {
      await addresses.ensure(account, account.progress.issued + limits.addressLookahead)
      await this.#moveWindow(account, hits[index]!)
    }
    await this.#apply({ type, accounts, from }, blocks, hits)
  }

  /** The next blocks of a group, scanned. What is scanned ahead of them is kept for the group's next step. */
  async #scanned(group: Group, signal: AbortSignal): Promise<ScannedBlocks> {
    const name = nameOf(group)
    for (;;) {
      const ahead = this.#ahead.get(name) ?? this.#begin(group, signal)
      this.#ahead.delete(name)
      if (ahead.next === group.from) {
        const { value } = await ahead.steps.next()
        if (value) {
          this.#ahead.set(name, { steps: ahead.steps, next: value.blocks.at(-1)!.height + 1 })
          return value
        }
      }
      // it has come to the end that there was, or somebody else has taken the accounts elsewhere
      await ahead.steps.return()
    }
  }

  #begin({ type, accounts, from, until }: Group, signal: AbortSignal): Ahead {
    const urgent = type === 'follow' && accounts.every(({ caughtUp }) => caughtUp)
    const viewKeys = accounts.map(({ record }) => record.viewKey)
    const request: ScanRequest = { viewKeys, from, until, kind: urgent ? 'sift' : 'siftLater' }
    return { steps: scanAhead(request, this.#modules, signal), next: from }
  }

  /** Ends the scanning ahead for all groups but these. */
  async #forgetAhead(kept: readonly Group[]): Promise<void> {
    const names = new Set(kept.map(nameOf))
    const ended = [...this.#ahead].filter(([name]) => !names.has(name))
    for (const [name] of ended) this.#ahead.delete(name)
    await Promise.all(ended.map(([, { steps }]) => steps.return()))
  }

  /** Writes down what the blocks do; for an account that they do not concern only now and then how far it has been read. */
  async #apply(
    { type, accounts, from }: Omit<Group, 'until'>,
    blocks: readonly SeenBlock[],
    hits: readonly (readonly BlockHits[])[],
  ) {
    const to = blocks.at(-1)!.height
    const own = new Map(accounts.map((account, index) => [account, hits[index]!]))
    const isConcerned = (account: Account) =>
      blocks.some((block, at) => concerns(account, block, own.get(account)![at]!, this.#rules))
    const checkpoint =
      type === 'rescan' || blocks.length > 1 || to % this.#modules.limits.scanCheckpoint === 0
    const present = accounts.filter(({ removed }) => !removed)
    const concerned = new Set(present.filter(isConcerned))
    const written = checkpoint ? present : [...concerned]
    if (written.length > 0) {
      await this.#modules.book.change(written, async (drafts) => {
        for (const draft of drafts) {
          const blockHits = concerned.has(draft.account) ? own.get(draft.account)! : []
          for (const [at, found] of blockHits.entries())
            await applyBlock(draft, blocks[at]!, found, this.#rules)
          if (type === 'follow') draft.setProgress({ scannedHeight: to })
          // a rescan asked for meanwhile begins earlier and is not to be lost
          else if (draft.progress.rescan?.next === from)
            draft.setProgress({ rescan: rest(draft.account, to) })
        }
      })
    }
    // a height that is not written down is read again after a restart, without any effect
    if (type === 'follow') for (const account of present) account.readTo(to)
  }

  /** Addresses in use move the window on, which may uncover more of them in the same blocks. */
  async #moveWindow(account: Account, hits: readonly BlockHits[]): Promise<void> {
    const spendKeys = hits
      .flatMap((block) => [...block.values()].flatMap((opened) => opened.hits))
      .flatMap((hit) => (hit.type === 'found' && hit.direction === 'external' ? [toHex(hit.spendKey)] : []))
    for (;;) {
      const used = Math.max(0, ...spendKeys.map((key) => account.addresses.get(key) ?? 0))
      if (used <= account.progress.issued && account.progress.recognized > used) return
      await this.#modules.addresses.use(account, used)
    }
  }
}

/**
 * What is left of a rescan. It goes on to where following is by now, not to where it was when the rescan was asked for: a
 * coin found late may have been spent in a block that was read in between.
 */
function rest({ scannedHeight }: Account, to: number): { next: number } | undefined {
  return to < scannedHeight ? { next: to + 1 } : undefined
}
