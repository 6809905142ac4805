/** Where the nodes of a rehearsal stand, and the lines between them. */

/** What a line is like. */
export type Weather = {
  /** Nothing arrives, and neither side is told. */
  readonly cut: boolean
  /** Milliseconds in each direction. */
  readonly delay: number
  /** Share of segments that are lost at first. */
  readonly loss: number
}

export const FAIR: Weather = { cut: false, delay: 0, loss: 0 }

/** The place of a node. */
export type Site = {
  /** Where it listens for other nodes. */
  readonly host: string
  readonly port: number
  /** Where it listens for its users; no trouble on the lines between nodes meets these. */
  readonly apiHost: string
  /** Words before its command, which start it there. */
  readonly prefix: readonly string[]
}

/** Whether something is true of the line between two nodes, whoever connected. */
export type Between = (one: string, other: string) => boolean

export type Terrain = {
  /** In words, for the log. */
  readonly about: string
  /** The address of whoever tests, as nodes see it. */
  readonly host: string
  site(name: string): Promise<Site>
  /** Where one node reaches another that listens at this site. */
  way(from: string, to: string, site: Site): Promise<Pick<Site, 'host' | 'port'>>
  /** Of all lines between nodes that the rule is true of. */
  set(weather: Weather, between: Between): void
  /** What that comes to here, in words. */
  describe(weather: Weather): string
  /** Breaks the connections between such nodes. */
  reset(between: Between): void
  /** Fair weather everywhere. */
  heal(): void
  close(): Promise<void>
}
