/** The chapters of the reference that are not methods: events, errors, tokens, retries, limits, stability. */
import type { Limits } from '../../sdk/generated/contract.ts'
import { type ContractDocument, type ErrorEntry, refName, type Schema } from '../contract/document.ts'
import { escapeHtml, prose } from './html.ts'
import { retryHtml } from './method-html.ts'
import { insideHtml, typeHtml } from './schema-html.ts'

export function streamsHtml({ methods, components }: ContractDocument): string {
  const streams = methods.find((method) => method['x-subscription'])?.['x-subscription']
  if (!streams) return ''
  const topic = ([name, { summary, account, event }]: [string, (typeof streams.topics)[string]]) =>
    `<section class="entry" id="topic-${name}" data-kind="event" data-name="${name}" data-about="${escapeHtml(summary)}"><h3><a href="#topic-${name}">${escapeHtml(name)}</a> <span class="of">${typeHtml(event)}</span>${account ? ' <span class="optional">of an account</span>' : ''}</h3><p>${prose(summary)}</p><details class="inner"><summary>Fields</summary>${insideHtml(event, components.schemas) || '<p class="none">None.</p>'}</details></section>`
  return chapter(
    'streams',
    'Events',
    `<p>A WebSocket at <code>/ws</code> takes the same calls as <code>/rpc</code>, and <a href="#subscribe"><code>subscribe</code></a>. Events come as notifications of the method <code>${escapeHtml(streams.notification)}</code> with <code>{subscription, cursor, topic, event}</code>: what was since <code>from</code>, one <code>caught_up</code>, then what happens. Nothing is lost, nothing comes twice, and the order holds. Keep the cursor of the last event you have dealt with: it is where you go on after a break, also on a node that was started anew. The SDKs reconnect and go on by themselves.</p>
${Object.entries(streams.topics).map(topic).join('')}
<h3>Marks in the stream</h3>
${Object.entries(streams.markers).map(topic).join('')}`,
  )
}

const DOMAINS: readonly (readonly [from: number, title: string])[] = [
  [-32_768, 'Of the protocol'],
  [1_000, 'Chain'],
  [1_100, 'Accounts'],
  [1_200, 'Payments'],
  [1_300, 'Messages'],
  [1_400, 'Stake'],
  [1_500, 'Packets'],
  [1_600, 'Tokens and access'],
  [1_700, 'Lists and streams'],
]

export function errorsHtml(document: ContractDocument): string {
  const common = new Set<string>(document['x-common-errors'])
  const domainOf = ({ code }: ErrorEntry) => DOMAINS.findLast(([from]) => code >= from)![1]
  const groups = Map.groupBy(document['x-error-table'], domainOf)
  const entry = ({ code, symbol, http, meaning, retryable, data }: ErrorEntry) =>
    `<section class="entry" id="error-${symbol}" data-kind="error" data-name="${symbol}" data-about="${escapeHtml(meaning)}" data-retryable="${retryable}"><h4><a href="#error-${symbol}">${escapeHtml(symbol)}</a> <span class="of">${code} · HTTP ${http}</span> ${retryable ? retryHtml(true) : '<span class="optional">do not retry</span>'}${common.has(symbol) ? ' <span class="optional">any call</span>' : ''}</h4><p>${prose(meaning)}</p>${ownFields(data, document)}</section>`
  const sections = [...groups].map(
    ([title, entries]) => `<h3>${escapeHtml(title)}</h3>${entries.map(entry).join('')}`,
  )
  return chapter(
    'errors',
    'Errors',
    `<p>An error is <code>{code, message, data}</code>. Tell errors apart by <code>data.type</code>; <code>data.retryable</code> says whether the same call may succeed later. Numbers and types never change their meaning, and new ones are added at the end. The message is for people.</p>${sections.join('')}`,
  )
}

/** What the data of an error has beside type and retryable. */
function ownFields(data: Schema, { components }: ContractDocument): string {
  const { properties = {} } = components.schemas[refName(String(data.$ref))]!
  if (Object.keys(properties as object).length <= 2) return ''
  return `<details class="inner"><summary>Data</summary>${insideHtml(data, components.schemas)}</details>`
}

export function accessHtml(document: ContractDocument): string {
  const scopes = Object.entries(document['x-scopes']).map(([scope, meaning]) => {
    const methods = document.methods.filter((method) => method['x-scope'] === scope)
    const links = methods.map(({ name }) => `<a href="#${name}">${name}</a>`)
    const list = `<details class="inner"><summary>${methods.length === 1 ? 'One method' : `${methods.length} methods`}</summary><p class="links">${links.join(' ')}</p></details>`
    return `<tr><td><code>${scope}</code></td><td>${prose(meaning)}${links.length === 0 ? '' : list}</td></tr>`
  })
  return chapter(
    'scopes',
    'Tokens and scopes',
    `<p>A token goes into the header <code>Authorization: Bearer …</code>; a browser that opens a WebSocket offers it as the sub-protocol <code>bearer.…</code> beside <code>stegos</code>. Never put it into a URL: those end up in logs. The owner's token, which may do everything, is in <code>api.token</code> in the data directory of the node, readable by its user only.</p>
${tableHtml(['Scope', 'What it allows'], scopes)}`,
  )
}

export function retriesHtml(document: ContractDocument): string {
  const rows = Object.entries(document['x-idempotency-kinds']).map(
    ([kind, meaning]) => `<tr><td><code>${kind}</code></td><td>${prose(meaning)}</td></tr>`,
  )
  return chapter(
    'retries',
    'Repeating a call',
    `<p>When an answer is lost you cannot know whether the call was carried out. Give every call that changes something an <code>idempotencyKey</code> of your own making, and repeat it with the same key and the same parameters: it has one outcome, also across a crash of the node. The SDKs do this by themselves.</p>
${tableHtml(['Kind', 'What repeating does'], rows)}`,
  )
}

/** @param limits those of this node */
export function limitsHtml({ components }: ContractDocument, limits: Limits): string {
  const about = components.schemas.Limits!.properties as Readonly<Record<string, Schema>>
  const rows = Object.entries(limits).map(
    ([name, value]) =>
      `<tr><td><code>${escapeHtml(name)}</code></td><td class="number">${value.toLocaleString('en').replaceAll(',', ' ')}</td><td>${prose(String(about[name]?.description ?? ''))}</td></tr>`,
  )
  return chapter(
    'limits',
    'Limits',
    `<p>Those of this node; <a href="#node.status"><code>node.status</code></a> tells them, too.</p>${tableHtml(['Name', 'Here', 'Meaning'], rows)}`,
  )
}

export function stabilityHtml(document: ContractDocument): string {
  const kinds = Object.entries(document['x-stabilities']).map(
    ([kind, meaning]) => `<tr><td><code>${kind}</code></td><td>${prose(meaning)}</td></tr>`,
  )
  const leaving = document.methods.flatMap(({ name, 'x-deprecated': way }) =>
    way
      ? [
          `<tr><td><a href="#${name}">${name}</a></td><td>${escapeHtml(way.since)}</td><td><a href="#${escapeHtml(way.instead)}">${escapeHtml(way.instead)}</a></td><td>${escapeHtml(way.removedIn)}</td></tr>`,
        ]
      : [],
  )
  const deprecated =
    leaving.length === 0
      ? '<p class="none">No method is on its way out.</p>'
      : tableHtml(['Method', 'Deprecated since', 'Use instead', 'Removed in'], leaving)
  return chapter(
    'stability',
    'Stability',
    `<p>Answers may gain fields: ignore what you do not know.</p>${tableHtml(['Method is', 'What that promises'], kinds)}<h3>Deprecated</h3>${deprecated}`,
  )
}

function chapter(id: string, title: string, html: string): string {
  return `<section class="chapter"><h2 id="${id}" data-kind="chapter" data-name="${title}" data-about="">${title}</h2>${html}</section>`
}

function tableHtml(heads: readonly string[], rows: readonly string[]): string {
  const head = heads.map((each) => `<th>${each}</th>`).join('')
  return `<div class="scroll"><table><thead><tr>${head}</tr></thead><tbody>${rows.join('')}</tbody></table></div>`
}
