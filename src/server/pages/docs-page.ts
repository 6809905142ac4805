/** `GET /docs`: the contract as one page that needs nothing else, with a form to try each method. */
import { createHash } from 'node:crypto'
import { CONTRACT_HASH, type Limits } from '../../sdk/generated/contract.ts'
import { type ContractDocument, type ContractMethod, refName } from '../contract/document.ts'
import { sampleValues } from '../contract/placeholders.ts'
import {
  accessHtml,
  errorsHtml,
  limitsHtml,
  retriesHtml,
  stabilityHtml,
  streamsHtml,
} from './chapters-html.ts'
import { menuClient } from './client/menu.ts'
import { searchClient } from './client/search.ts'
import { tabsClient } from './client/tabs.ts'
import { tryClient } from './client/try.ts'
import { DOCS_STYLE } from './docs-style.ts'
import { escapeHtml, prose } from './html.ts'
import { methodHtml } from './method-html.ts'
import { schemaHtml } from './schema-html.ts'
import { LANGUAGES } from './snippets/languages.ts'
import { tabsHtml } from './tabs-html.ts'

export type DocsPage = { readonly html: string; readonly contentSecurityPolicy: string }

/** What runs in the page: functions that stand in it as they are written, and use nothing from outside themselves. */
const SCRIPT = [menuClient, searchClient, tabsClient, tryClient]
  .map((client) => `(${client.toString()})()`)
  .join(';\n')

const CHAPTERS: readonly (readonly [id: string, title: string])[] = [
  ['scopes', 'Tokens and scopes'],
  ['retries', 'Repeating a call'],
  ['streams', 'Events'],
  ['errors', 'Errors'],
  ['limits', 'Limits'],
  ['stability', 'Stability'],
  ['types', 'Types'],
]

/**
 * Nothing is loaded, and only this script and this style may run: the policy names their hashes.
 *
 * @param limits those of this node
 */
export function docsPage(document: ContractDocument, limits: Limits): DocsPage {
  const policy = [
    "default-src 'none'",
    `script-src '${sourceHash(SCRIPT)}'`,
    `style-src '${sourceHash(DOCS_STYLE)}'`,
    "connect-src 'self'",
    'img-src data:',
    "base-uri 'none'",
    "form-action 'none'",
    "frame-ancestors 'none'",
  ]
  return { html: pageHtml(document, limits), contentSecurityPolicy: policy.join('; ') }
}

function sourceHash(source: string): string {
  return `sha256-${createHash('sha256').update(source).digest('base64')}`
}

function pageHtml(document: ContractDocument, limits: Limits): string {
  const { info, methods, components } = document
  const errors = new Map<string, ContractDocument['x-error-table'][number]>(
    document['x-error-table'].map((entry) => [entry.symbol, entry]),
  )
  const modules = { document, samples: sampleValues(document), errors }
  const groups = [...Map.groupBy(methods, (method) => refName(method.tags[0]!.$ref))]
  const sections = groups.map(([tag, members]) => {
    const about = components.tags[tag]?.description ?? ''
    return `<section class="group"><h2 id="group-${tag}">${escapeHtml(tag)}</h2><p>${prose(about)}</p>${members.map((method) => methodHtml(method, modules)).join('')}</section>`
  })
  // the data of errors stands with the errors
  const ofErrors = new Set(document['x-error-table'].map(({ data }) => refName(String(data.$ref))))
  const types = Object.entries(components.schemas)
    .filter(([name]) => !ofErrors.has(name))
    .map(([name, schema]) => schemaHtml(name, schema, components.schemas))
  return `<!doctype html>
<html lang="en">
<head>
<meta charset="utf-8">
<meta name="viewport" content="width=device-width, initial-scale=1">
<meta name="color-scheme" content="light dark">
<title>${escapeHtml(info.title)} reference</title>
<link rel="icon" href="data:,">
<style>${DOCS_STYLE}</style>
</head>
<body>
<a class="skip" href="#main">To the text</a>
<header>
<p class="brand"><a href="#top">${escapeHtml(info.title)}</a> <span>${escapeHtml(info.version)}</span></p>
<search class="find"><label class="unseen" for="find">Find</label><input id="find" type="search" autocomplete="off" spellcheck="false" placeholder="Find a method, error, event or type   /" aria-controls="found"><ul id="found" aria-label="Found" hidden></ul></search>
<form class="token"><label for="token">Token</label><input id="token" type="password" autocomplete="off" spellcheck="false" placeholder="from api.token"><span id="who" role="status"></span></form>
</header>
<div class="layout">
<nav aria-label="Contents"><details id="menu"><summary>Contents</summary>
${groups.map(([tag, members]) => navHtml(tag, members)).join('')}
<h2>About</h2><ul>${CHAPTERS.map(([id, title]) => `<li><a href="#${id}">${title}</a></li>`).join('')}</ul>
</details></nav>
<main id="main">
<section class="first" id="top">
<div class="what">
<h1>${escapeHtml(info.title)}</h1>
<p>${prose(info.description)}</p>
<p class="version">Contract ${escapeHtml(info.version)}, <code class="hash">${CONTRACT_HASH.slice(0, 12)}</code> · <a href="/openrpc.json">OpenRPC</a> · <a href="/openapi.json">OpenAPI</a></p>
<p>To try calls on this page, put a token into the field at the top. It stays in this page's memory: it is never stored, never part of an address, and goes to this node only.</p>
</div>
<div class="how">${tabsHtml(
    'First call',
    LANGUAGES.map(({ id, title, start }) => ({ id, title, code: start })),
  )}</div>
</section>
${sections.join('\n')}
${accessHtml(document)}
${retriesHtml(document)}
${streamsHtml(document)}
${errorsHtml(document)}
${limitsHtml(document, limits)}
${stabilityHtml(document)}
<section class="chapter"><h2 id="types" data-kind="chapter" data-name="Types" data-about="">Types</h2>${types.join('\n')}</section>
</main>
</div>
<script>${SCRIPT}</script>
</body>
</html>
`
}

function navHtml(tag: string, methods: readonly ContractMethod[]): string {
  const links = methods.map(({ name, ...method }) => {
    const gone = method['x-deprecated'] ? ' class="leaving"' : ''
    return `<li data-method="${name}"><a href="#${name}"${gone}>${escapeHtml(name)}</a></li>`
  })
  return `<h2><a href="#group-${tag}">${escapeHtml(tag)}</a></h2><ul>${links.join('')}</ul>`
}
