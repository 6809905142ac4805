/**
 * Carries out calls on the node the page came from. The token is read from its field when a call is made, and is kept
 * nowhere else.
 */
export function tryClient(): void {
  const token = document.querySelector<HTMLInputElement>('#token')
  const who = document.querySelector<HTMLElement>('#who')
  if (!token || !who) return

  const pretty = (text: string) => {
    try {
      return JSON.stringify(JSON.parse(text), null, 2)
    } catch {
      return text
    }
  }

  const call = (request: string) => {
    const headers: Record<string, string> = { 'content-type': 'application/json' }
    if (token.value.trim() !== '') headers.authorization = `Bearer ${token.value.trim()}`
    return fetch('/rpc', { method: 'POST', headers, body: request, credentials: 'omit', cache: 'no-store' })
  }

  /** What the error table of this page says of an error. */
  const explain = (text: string): readonly [type: string, meaning: string] | undefined => {
    try {
      const type = String(JSON.parse(text).error.data.type)
      const { about, retryable } = document.getElementById(`error-${type}`)?.dataset ?? {}
      if (about === undefined) return undefined
      return [type, ` ${about.replaceAll('`', '')} ${retryable === 'true' ? 'A retry can help.' : ''}`]
    } catch {
      return undefined
    }
  }

  const tell = (told: HTMLElement, text: string, link?: string) => {
    told.textContent = text
    if (link === undefined) return
    const leading = document.createElement('a')
    leading.href = `#error-${link}`
    leading.textContent = link
    told.prepend(leading)
  }

  const overHttp = async (request: string, told: HTMLElement, output: HTMLOutputElement) => {
    tell(told, '…')
    output.textContent = ''
    try {
      const started = performance.now()
      const response = await call(request)
      const text = await response.text()
      const taken = Math.round(performance.now() - started)
      const known = explain(text)
      if (known) tell(told, known[1], known[0])
      else tell(told, `Answered in ${taken} ms.`)
      output.textContent = pretty(text)
    } catch {
      tell(told, 'The node does not answer.')
    }
  }

  const overSocket = (request: string, told: HTMLElement, output: HTMLOutputElement) => {
    const url = `${location.protocol === 'https:' ? 'wss' : 'ws'}://${location.host}/ws`
    const socket = new WebSocket(url, ['stegos', `bearer.${token.value.trim()}`])
    const frames: string[] = []
    tell(told, 'Listening…')
    socket.addEventListener('open', () => socket.send(request))
    socket.addEventListener('message', ({ data }) => {
      frames.push(pretty(String(data)))
      output.textContent = frames.slice(-50).join('\n')
      output.scrollTop = output.scrollHeight
    })
    socket.addEventListener('close', () => {
      const why = frames.length === 0 ? ' A token that may read is needed.' : ''
      tell(told, `The connection is closed.${why}`)
    })
    return socket
  }

  const check = async () => {
    if (token.value.trim() === '') {
      who.textContent = ''
      return
    }
    try {
      const text = await (await call('{"jsonrpc":"2.0","id":1,"method":"node.status"}')).text()
      const { result, error } = JSON.parse(text)
      who.dataset.good = String(!error)
      who.textContent = error ? 'The node refuses this token.' : `${result.network}, block ${result.height}`
    } catch {
      who.textContent = 'The node does not answer.'
    }
  }
  token.addEventListener('change', check)
  token.form?.addEventListener('submit', (event) => {
    event.preventDefault()
    token.blur()
  })

  const sockets = new WeakMap<HTMLFormElement, WebSocket>()
  for (const form of document.querySelectorAll<HTMLFormElement>('form[data-method]')) {
    const output = form.querySelector('output')
    const told = form.querySelector<HTMLElement>('.told')
    const params = form.querySelector('textarea')
    const button = form.querySelector('button')
    if (!output || !told || !params || !button) continue
    const label = button.textContent
    form.addEventListener('submit', (event) => {
      event.preventDefault()
      const open = sockets.get(form)
      if (open && open.readyState <= WebSocket.OPEN) return open.close()
      let request: string
      try {
        const given = params.value.trim() === '' ? {} : JSON.parse(params.value)
        request = JSON.stringify({ jsonrpc: '2.0', id: 1, method: form.dataset.method, params: given })
      } catch {
        output.textContent = ''
        return tell(told, 'The parameters are not valid JSON.')
      }
      if (form.dataset.transport !== 'websocket') return void overHttp(request, told, output)
      try {
        output.textContent = ''
        const socket = overSocket(request, told, output)
        sockets.set(form, socket)
        button.textContent = 'Stop'
        socket.addEventListener('close', () => {
          button.textContent = label
        })
      } catch {
        tell(told, 'A token is needed.')
      }
    })
    // as in an editor: a call without leaving the keyboard
    params.addEventListener('keydown', (event) => {
      if (event.key === 'Enter' && (event.ctrlKey || event.metaKey)) form.requestSubmit()
    })
  }
}
