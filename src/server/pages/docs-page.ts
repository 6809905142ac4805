/** `GET /docs`: the contract as one page that needs nothing else, with a form to try each method. */
import { createHash } from 'node:crypto'
import { CONTRACT_HASH } from '../../sdk/generated/contract.ts'
import { type ContractDocument, type ContractMethod, refName } from '../contract/document.ts'
import { fillPlaceholders, sampleValues } from '../contract/placeholders.ts'
import { docsClient } from './docs-client.ts'
import { DOCS_STYLE } from './docs-style.ts'
import { escapeHtml, jsonHtml, prose } from './html.ts'
import { fieldsHtml, schemaHtml, typeHtml } from './schema-html.ts'

export type DocsPage = { readonly html: string; readonly contentSecurityPolicy: string }

const FIRST_CALL = `curl -s http://127.0.0.1:3145/rpc \\
  -H "Authorization: Bearer $(cat api.token)" \\
  -H 'Content-Type: application/json' \\
  -d '{"jsonrpc":"2.0","id":1,"method":"node.status"}'`

/** Nothing is loaded, and only this script and this style may run: the policy names their hashes. */
export function docsPage(document: ContractDocument): DocsPage {
  const script = `(${docsClient.toString()})()`
  const policy = [
    "default-src 'none'",
    `script-src '${sourceHash(script)}'`,
    `style-src '${sourceHash(DOCS_STYLE)}'`,
    "connect-src 'self'",
    'img-src data:',
    "base-uri 'none'",
    "form-action 'none'",
    "frame-ancestors 'none'",
  ]
  return { html: pageHtml(document, script), contentSecurityPolicy: policy.join('; ') }
}

function sourceHash(source: string): string {
  return `sha256-${createHash('sha256').update(source).digest('base64')}`
}

function pageHtml(document: ContractDocument, script: string): string {
  const { info, methods, components } = document
  const samples = sampleValues(document)
  const groups = Map.groupBy(methods, (method) => refName(method.tags[0]!.$ref))
  const sections = [...groups].map(([tag, members]) => {
    const about = components.tags[tag]?.description ?? ''
    return `<section class="group"><h2 id="group-${tag}">${escapeHtml(tag)}</h2><p>${prose(about)}</p>${members.map((method) => methodHtml(method, samples)).join('')}</section>`
  })
  const types = Object.entries(components.schemas).map(([name, schema]) =>
    schemaHtml(name, schema, components.schemas),
  )
  return `<!doctype html>
<html lang="en">
<head>
<meta charset="utf-8">
<meta name="viewport" content="width=device-width, initial-scale=1">
<title>${escapeHtml(info.title)} reference</title>
<link rel="icon" href="data:,">
<style>${DOCS_STYLE}</style>
</head>
<body>
<header>
<h1>${escapeHtml(info.title)}</h1>
<p class="version">Contract ${escapeHtml(info.version)} <span class="hash">${CONTRACT_HASH.slice(0, 12)}</span> · <a href="/openrpc.json">OpenRPC</a> · <a href="/openapi.json">OpenAPI</a></p>
<label>Token <input id="token" type="password" autocomplete="off" spellcheck="false" placeholder="from api.token in the data directory"></label>
</header>
<div class="layout">
<nav aria-label="Methods"><details id="menu"><summary>Methods</summary>
<label class="search">Find <input id="find" type="search" autocomplete="off"></label>
${[...groups].map(([tag, members]) => navHtml(tag, members)).join('')}
<ul><li><a href="#streams">Events</a></li><li><a href="#errors">Errors</a></li><li><a href="#types">Types</a></li></ul>
</details></nav>
<main>
<p>${prose(info.description)}</p>
<pre>${escapeHtml(FIRST_CALL)}</pre>
${sections.join('\n')}
${streamsHtml(document)}
${errorsHtml(document)}
<section><h2 id="types">Types</h2>${types.join('\n')}</section>
</main>
</div>
<script>${script}</script>
</body>
</html>
`
}

function navHtml(tag: string, methods: readonly ContractMethod[]): string {
  const links = methods.map(
    ({ name }) => `<li data-method="${name}"><a href="#${name}">${escapeHtml(name)}</a></li>`,
  )
  return `<h2><a href="#group-${tag}">${escapeHtml(tag)}</a></h2><ul>${links.join('')}</ul>`
}

function methodHtml(method: ContractMethod, samples: Readonly<Record<string, unknown>>): string {
  const { name, summary, description, params, result, errors } = method
  const choice = method['x-exactly-one-of']
  const errorLinks = errors.map(({ $ref }) => {
    const symbol = refName($ref)
    return `<a class="error" href="#error-${symbol}">${symbol}</a>`
  })
  return `<article id="${name}">
<h3><a href="#${name}">${escapeHtml(name)}</a></h3>
<p class="badges"><span>scope ${escapeHtml(method['x-scope'])}</span><span>${escapeHtml(method['x-stability'])}</span></p>
<p class="summary">${prose(summary)}</p>
<p>${prose(description)}</p>
<h4>Parameters</h4>
${fieldsHtml(params, 'None.')}
${choice ? `<p>Exactly one of ${choice.map((each) => `<code>${escapeHtml(each)}</code>`).join(' and ')}.</p>` : ''}
<p><b>Result</b> ${typeHtml(result.schema)}</p>
${errorLinks.length > 0 ? `<p><b>Errors</b> ${errorLinks.join(' ')}</p>` : ''}
${method.examples.map((example) => exampleHtml(name, example, samples)).join('')}
${tryHtml(method, samples)}
</article>`
}

function exampleHtml(
  method: string,
  { name, params, result }: ContractMethod['examples'][number],
  samples: Readonly<Record<string, unknown>>,
): string {
  const request = { jsonrpc: '2.0', id: 1, method, params: givenParams(params, samples) }
  return `<details class="example"><summary>Example: ${escapeHtml(name)}</summary><pre>${jsonHtml(request)}</pre><pre>${jsonHtml(fillPlaceholders(result.value, samples))}</pre></details>`
}

function tryHtml(
  { name, params, examples, ...method }: ContractMethod,
  samples: Readonly<Record<string, unknown>>,
): string {
  const given = givenParams(examples[0]?.params ?? [], samples)
  const rows = Math.min(8, params.length + 2)
  return `<details class="try"><summary>Try it</summary><form data-method="${name}" data-transport="${method['x-transport'] ?? 'http'}">
<label>Parameters <textarea name="params" rows="${rows}" spellcheck="false">${jsonHtml(given)}</textarea></label>
<button type="submit">Call ${escapeHtml(name)}</button>
<output aria-live="polite"></output>
</form></details>`
}

function givenParams(
  params: ContractMethod['examples'][number]['params'],
  samples: Readonly<Record<string, unknown>>,
): unknown {
  return fillPlaceholders(Object.fromEntries(params.map(({ name, value }) => [name, value])), samples)
}

function streamsHtml({ methods }: ContractDocument): string {
  const streams = methods.find((method) => method['x-subscription'])?.['x-subscription']
  if (!streams) return ''
  const rows = Object.entries({ ...streams.topics, ...streams.markers }).map(
    ([topic, { summary, event }]) =>
      `<tr><td><code>${escapeHtml(topic)}</code></td><td>${typeHtml(event)}</td><td>${prose(summary)}</td></tr>`,
  )
  return `<section><h2 id="streams">Events</h2><p>Each comes as a notification <code>event</code> with <code>{subscription, cursor, topic, event}</code>.</p><div class="scroll"><table><thead><tr><th>Topic</th><th>Event</th><th>Meaning</th></tr></thead><tbody>${rows.join('')}</tbody></table></div></section>`
}

function errorsHtml(document: ContractDocument): string {
  const rows = document['x-error-table'].map(
    ({ code, symbol, meaning, retryable, data }) =>
      `<tr id="error-${symbol}"><td>${code}</td><td><code>${escapeHtml(symbol)}</code></td><td>${prose(meaning)}</td><td>${retryable ? 'a retry can help' : 'do not retry'}</td><td>${typeHtml(data)}</td></tr>`,
  )
  return `<section><h2 id="errors">Errors</h2><p>Tell them apart by <code>data.type</code>. Numbers never change their meaning.</p><div class="scroll"><table><thead><tr><th>Number</th><th>Type</th><th>Meaning</th><th>Retry</th><th>Data</th></tr></thead><tbody>${rows.join('')}</tbody></table></div></section>`
}
