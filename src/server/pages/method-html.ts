/** One method of the reference: what it does beside how it is called. */
import {
  type ContractDocument,
  type ContractMethod,
  type ErrorEntry,
  type ErrorExample,
  type Example,
  refName,
} from '../contract/document.ts'
import { filledParams, fillPlaceholders } from '../contract/placeholders.ts'
import { escapeHtml, jsonHtml, prose } from './html.ts'
import { insideHtml, treeHtml, typeHtml } from './schema-html.ts'
import { exampleCall } from './snippets/example-call.ts'
import { LANGUAGES } from './snippets/languages.ts'
import { codeHtml, type Tab, tabsHtml } from './tabs-html.ts'

export type MethodModules = {
  readonly document: ContractDocument
  readonly samples: Readonly<Record<string, unknown>>
  readonly errors: ReadonlyMap<string, ErrorEntry>
}

export function methodHtml(method: ContractMethod, modules: MethodModules): string {
  const { name, summary, description, params, result, errors } = method
  const { schemas } = modules.document.components
  const choice = method['x-exactly-one-of']
  return `<article id="${name}" data-kind="method" data-name="${name}" data-about="${escapeHtml(summary)}" data-words="${params.map((param) => param.name).join(' ')}">
<div class="what">
<h3><a href="#${name}">${escapeHtml(name)}</a></h3>
<p class="summary">${prose(summary)}</p>
${badgesHtml(method)}
${deprecationHtml(method)}
<p>${prose(description)}</p>
<h4>Parameters</h4>
${treeHtml(params, schemas, 'None.')}
${choice ? `<p>Exactly one of ${choice.map((each) => `<code>${escapeHtml(each)}</code>`).join(' and ')}.</p>` : ''}
<h4>Result <span class="of">${typeHtml(result.schema)}</span></h4>
${insideHtml(result.schema, schemas)}
<h4>Errors</h4>
${errorsHtml(
  errors.map(({ $ref }) => refName($ref)),
  modules.errors,
)}
</div>
<div class="how">
${method.examples.map((example, index) => exampleHtml(method, example, modules, index === 0)).join('')}
${(method['x-error-examples'] ?? []).map((example) => errorExampleHtml(method, example, modules)).join('')}
${tryHtml(method, modules)}
</div>
</article>`
}

function badgesHtml(method: ContractMethod): string {
  const badges = [
    `<a href="#scopes">scope ${escapeHtml(method['x-scope'])}</a>`,
    `<a href="#stability">${escapeHtml(method['x-stability'])}</a>`,
    `<a href="#retries">repeating: ${escapeHtml(method['x-idempotency'])}</a>`,
    `<span>since ${escapeHtml(method['x-since'])}</span>`,
    ...(method['x-transport'] === 'websocket' ? ['<a href="#streams">WebSocket only</a>'] : []),
  ]
  return `<p class="badges">${badges.join('')}</p>`
}

function deprecationHtml({ 'x-deprecated': way }: ContractMethod): string {
  if (!way) return ''
  return `<p class="note">Deprecated since ${escapeHtml(way.since)}, removed in ${escapeHtml(way.removedIn)}: use <a href="#${escapeHtml(way.instead)}">${escapeHtml(way.instead)}</a>.</p>`
}

function errorsHtml(symbols: readonly string[], errors: ReadonlyMap<string, ErrorEntry>): string {
  const common = '<a href="#errors">those every call can meet</a>'
  if (symbols.length === 0) return `<p class="none">None of its own; ${common}.</p>`
  const rows = symbols.map((symbol) => {
    const { meaning, retryable } = errors.get(symbol)!
    return `<li><a href="#error-${symbol}"><code>${symbol}</code></a> ${retryHtml(retryable)} <span class="about">${prose(meaning)}</span></li>`
  })
  return `<ul class="faults">${rows.join('')}</ul><p class="none">And ${common}.</p>`
}

export function retryHtml(retryable: boolean): string {
  return retryable ? '<span class="retry">a retry can help</span>' : ''
}

function exampleHtml(
  method: ContractMethod,
  example: Example,
  { document, samples }: MethodModules,
  open: boolean,
): string {
  const params = filledParams(example.params, samples)
  const call = exampleCall(method, example, document.components.schemas)
  const answer = dataHtml(fillPlaceholders(example.result.value, samples))
  const code =
    method['x-transport'] === 'websocket'
      ? tabsHtml(example.name, [frameTab(method, params), ...streamTabs(method, call)])
      : tabsHtml(
          example.name,
          LANGUAGES.map(({ id, title, call: write }) => ({ id, title, code: write(call, params) })),
        )
  return `<details class="example"${open ? ' open' : ''}><summary>${escapeHtml(example.name)}</summary>${code}<div class="label">Result</div>${answer}</details>`
}

/** Samples of ids and keys are long and tell nothing: what nobody will copy is shortened. */
function dataHtml(value: unknown): string {
  const shorten = (_key: string, part: unknown) =>
    typeof part === 'string' && part.length > 32 && !part.includes(' ')
      ? `${part.slice(0, 12)}…${part.slice(-6)}`
      : part
  return codeHtml(JSON.stringify(value, shorten, 2), true)
}

function frameTab({ name }: ContractMethod, params: unknown): Tab {
  const frame = { jsonrpc: '2.0', id: 1, method: name, params }
  return { id: 'frame', title: 'WebSocket', code: JSON.stringify(frame, null, 2) }
}

/** `unsubscribe` is a matter of the SDKs: a loop that ends. */
function streamTabs(method: ContractMethod, call: ReturnType<typeof exampleCall>): Tab[] {
  if (!method['x-subscription']) return []
  return LANGUAGES.flatMap(({ id, title, stream }) => (stream ? [{ id, title, code: stream(call) }] : []))
}

function errorExampleHtml(
  { name: method }: ContractMethod,
  { name, params, error }: ErrorExample,
  { samples }: MethodModules,
): string {
  const request = { jsonrpc: '2.0', id: 1, method, params: filledParams(params, samples) }
  return `<details class="example failing"><summary>${escapeHtml(name)} <code>${error.data.type}</code></summary>${dataHtml(request)}<div class="label">Error</div>${dataHtml(fillPlaceholders(error, samples))}</details>`
}

function tryHtml(method: ContractMethod, { samples }: MethodModules): string {
  const { name, params, examples } = method
  const given = filledParams(examples[0]?.params ?? [], samples)
  const rows = Math.min(8, params.length + 2)
  const careful =
    method['x-idempotency'] === 'natural' || method['x-idempotency'] === 'key'
      ? '<p class="careful">This is carried out for real, on this node.</p>'
      : ''
  return `<details class="try"><summary>Try it on this node</summary><form data-method="${name}" data-transport="${method['x-transport'] ?? 'http'}">
<label>Parameters <textarea name="params" rows="${rows}" spellcheck="false" autocomplete="off">${jsonHtml(given)}</textarea></label>
${careful}<button type="submit">Call ${escapeHtml(name)}</button>
<p class="told" role="status"></p>
<output></output>
</form></details>`
}
