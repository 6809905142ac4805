/** Tokens of the sample node: none that anybody could use, and a log that forgets. */
import { Access } from '../../../src/node/access/access.ts'
import type { TokenInfo } from '../../../src/node/api/token.ts'
import type { NodeApi } from '../../../src/node/api.ts'

const TIME = Date.UTC(2030, 0, 1)
const ACCOUNT = '0123456789abcdef'

const token: TokenInfo = {
  tokenId: '5f0c2d9b1a7e4836',
  name: 'payout bot',
  scopes: ['read', 'pay'],
  methods: ['payment.*'],
  accounts: [ACCOUNT],
  budget: { amount: 10_000_000n, period: 86_400 },
  spent: 0n,
  rate: 5,
  expiresAt: TIME + 1_000,
  createdAt: TIME,
  status: 'active',
}

export function sampleTokens(): Pick<NodeApi, 'token' | 'access'> {
  const access = new Access()
  access.open({
    tokens: {
      find: () => undefined,
      assertActive: () => {},
      onEnd: () => () => {},
    },
    budgets: { assertLeft: () => {}, charge: () => {} },
    audit: {
      append: () => {},
      write: async () => {},
      refuse: () => {},
      flush: async () => {},
    },
    signal: new AbortController().signal,
  })
  return {
    access,
    token: {
      create: async () => ({
        ...token,
        token: 'stegostoken1qqqsyqcyq5rqwzqfpg9scrgwpugpzysnzs23v9ccrydpk8qarc0slrj863',
      }),
      list: async () => ({ items: [token], next: 'next', complete: true }),
      revoke: async () => ({ ...token, status: 'revoked', endedAt: TIME }),
      audit: async () => ({
        items: [
          {
            time: TIME,
            tokenId: 'owner',
            tokenName: 'owner',
            method: 'payment.send',
            accountId: ACCOUNT,
            outcome: 'ok',
            count: 1,
            keyHash: '0f1e2d3c4b5a69788796a5b4c3d2e1f0',
            spent: 1_010_000n,
            ids: [{ type: 'payment', id: 'ab'.repeat(32) }],
          },
        ],
        next: 'next',
        complete: true,
      }),
    },
  }
}
