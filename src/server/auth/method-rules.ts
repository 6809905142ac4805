/**
 * What each method means to a token that is narrowed: which accounts it is about, and what it takes out of them. A method of the
 * contract without a decision here does not compile.
 */
import { METHODS, type MethodName, type Methods } from '../../sdk/generated/contract.ts'

/**
 * - `none`: it neither takes nor tells anything of accounts.
 * - `named`: it is about `accountId`, which it always takes, and about nothing else of any account.
 * - `optional`: the same where it is given; without it, it tells nothing of accounts.
 * - `among`: its handler looks among the caller's accounts alone; `accountId` has to be one of them where it is given.
 * - `all`: it is about all accounts, or about the node itself: nothing for a token that is narrowed to some.
 */
export type AccountRule = 'none' | 'named' | 'optional' | 'among' | 'all'

type Keyed = { [Name in MethodName]: (typeof METHODS)[Name] extends 'key' ? Name : never }[MethodName]
type Named = {
  [Name in MethodName]: Methods[Name]['params'] extends { accountId: string } ? Name : never
}[MethodName]

export type MethodRule<Name extends MethodName = MethodName> = {
  readonly accounts: Name extends Named ? AccountRule : Exclude<AccountRule, 'named'>
  /** It gives away a key: the audit log tells of it although nothing changes. */
  readonly reveals?: boolean
} & (Name extends Keyed
  ? {
      /** Base units that leave the account besides the fee; `free` for what makes no transaction. */
      readonly takes: 'free' | ((params: Methods[Name]['params']) => bigint)
    }
  : { readonly takes?: undefined })

/** A transaction that moves nothing out of the account but its fee. */
const feeAlone = () => 0n
const amountOf = ({ amount }: { readonly amount: string }) => BigInt(amount)

const RULES: { readonly [Name in MethodName]: MethodRule<Name> } = {
  'rpc.discover': { accounts: 'none' },
  'node.status': { accounts: 'none' },
  'node.peers': { accounts: 'none' },
  'node.version': { accounts: 'none' },
  'chain.status': { accounts: 'none' },
  'chain.block': { accounts: 'none' },
  'chain.blocks': { accounts: 'none' },
  'chain.transaction': { accounts: 'none' },
  'chain.output': { accounts: 'none' },
  'chain.outputs': { accounts: 'none' },
  'chain.supply': { accounts: 'none' },
  'chain.params': { accounts: 'none' },
  'chain.fees': { accounts: 'none' },
  // whoever could sign it has the keys, and could send it elsewhere
  'chain.submit': { accounts: 'none' },
  'account.create': { accounts: 'all', takes: 'free' },
  'account.recover': { accounts: 'all', takes: 'free' },
  'account.list': { accounts: 'among' },
  'account.get': { accounts: 'named' },
  'account.unlock': { accounts: 'named' },
  'account.lock': { accounts: 'named' },
  'account.remove': { accounts: 'named', takes: 'free' },
  'account.changePassphrase': { accounts: 'named', takes: 'free' },
  'account.recoveryPhrase': { accounts: 'named', reveals: true },
  'account.address': { accounts: 'named', takes: 'free' },
  'account.addresses': { accounts: 'named' },
  'account.balance': { accounts: 'named' },
  'account.history': { accounts: 'named' },
  'account.outputs': { accounts: 'named' },
  'account.viewKey': { accounts: 'named', reveals: true },
  'account.importViewKey': { accounts: 'all', takes: 'free' },
  'account.rescan': { accounts: 'named', takes: 'free' },
  'payment.send': { accounts: 'named', takes: amountOf },
  'payment.sendMany': {
    accounts: 'named',
    takes: ({ payments }) => payments.reduce((sum, payment) => sum + amountOf(payment), 0n),
  },
  'payment.sendPublic': { accounts: 'named', takes: amountOf },
  'payment.estimate': { accounts: 'named' },
  'payment.get': { accounts: 'among' },
  'payment.list': { accounts: 'named' },
  'payment.cancel': { accounts: 'among', takes: 'free' },
  'payment.prove': { accounts: 'among' },
  'payment.verifyProof': { accounts: 'none' },
  'payment.consolidate': { accounts: 'named', takes: feeAlone },
  'message.send': { accounts: 'named', takes: feeAlone },
  'message.get': { accounts: 'among' },
  'message.list': { accounts: 'named' },
  'message.status': { accounts: 'among' },
  'message.decode': { accounts: 'named' },
  'stake.deposit': { accounts: 'named', takes: amountOf },
  'stake.withdraw': { accounts: 'named', takes: feeAlone },
  'stake.configure': { accounts: 'named', takes: feeAlone },
  'stake.rotate': { accounts: 'named', takes: feeAlone },
  'stake.resume': { accounts: 'named', takes: feeAlone },
  'stake.proveAward': { accounts: 'named', takes: feeAlone },
  'stake.get': { accounts: 'named' },
  'stake.list': { accounts: 'named' },
  'stake.validators': { accounts: 'none' },
  'stake.validator': { accounts: 'none' },
  'stake.epoch': { accounts: 'none' },
  'stake.params': { accounts: 'none' },
  'stake.rewards': { accounts: 'optional' },
  'stake.award': { accounts: 'none' },
  'stake.awards': { accounts: 'none' },
  'stake.awardProof': { accounts: 'none' },
  'stake.slashings': { accounts: 'none' },
  subscribe: { accounts: 'among' },
  unsubscribe: { accounts: 'none' },
  'token.create': { accounts: 'all', takes: 'free' },
  'token.list': { accounts: 'all' },
  'token.revoke': { accounts: 'all', takes: 'free' },
  'token.audit': { accounts: 'all' },
  'dev.faucet': { accounts: 'all', takes: 'free' },
  'dev.mine': { accounts: 'all', takes: 'free' },
  'dev.time': { accounts: 'all', takes: 'free' },
}

/** A rule whose parameters have been held against the schema of the method. */
export type Rule = {
  readonly accounts: AccountRule
  readonly takes: 'free' | ((params: never) => bigint) | undefined
  /** Whether the audit log tells of it. */
  readonly audited: boolean
  /** Whether it writes with its effect what is kept of the call. */
  readonly keyed: boolean
}

export const METHOD_RULES: ReadonlyMap<string, Rule> = new Map(
  Object.entries(RULES as Readonly<Record<MethodName, MethodRule>>).map(([name, rule]) => {
    const kind = METHODS[name as MethodName]
    const { accounts, takes, reveals = false } = rule
    const audited = kind === 'key' || kind === 'natural' || reveals
    return [name, { accounts, takes, audited, keyed: kind === 'key' }]
  }),
)
