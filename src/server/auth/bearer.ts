/** Where a token may stand: in a header, or among the sub-protocols of a WebSocket. Never in a URL, which ends up in logs. */

/** The sub-protocol the server speaks. A client offers it beside `bearer.<token>`. */
export const SUB_PROTOCOL = 'stegos'

const BEARER = 'bearer.'

/** The token of `Authorization: Bearer …`. */
export function headerToken(authorization: string | undefined): string | undefined {
  return authorization === undefined ? undefined : /^Bearer +([^ ]+) *$/i.exec(authorization)?.[1]
}

/** The token of a sub-protocol `bearer.<token>`, for browsers, which cannot set headers. */
export function subProtocolToken(offered: string | undefined): string | undefined {
  return protocols(offered)
    .find((protocol) => protocol.startsWith(BEARER))
    ?.slice(BEARER.length)
}

/**
 * The sub-protocol to answer with: `stegos` where it was offered, so that the token does not travel back; otherwise the
 * first, since a browser insists on one of those it offered.
 */
export function chooseSubProtocol(offered: ReadonlySet<string>): string | false {
  if (offered.has(SUB_PROTOCOL)) return SUB_PROTOCOL
  return offered.values().next().value ?? false
}

function protocols(header: string | undefined): string[] {
  return (header ?? '').split(',').map((protocol) => protocol.trim())
}
