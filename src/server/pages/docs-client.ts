/**
 * What runs in the page of the reference. The function stands in the page as it is written here, so it uses nothing from
 * outside itself.
 */
export function docsClient(): void {
  const menu = document.querySelector<HTMLDetailsElement>('#menu')
  const token = document.querySelector<HTMLInputElement>('#token')
  const find = document.querySelector<HTMLInputElement>('#find')
  if (!menu || !token || !find) return

  // on a wide screen the list stands beside the text, on a narrow one it unfolds
  const wide = matchMedia('(min-width: 60rem)')
  const fold = () => {
    menu.open = wide.matches
  }
  fold()
  wide.addEventListener('change', fold)
  menu.addEventListener('click', (event) => {
    if (event.target instanceof HTMLAnchorElement && !wide.matches) menu.open = false
  })

  find.addEventListener('input', () => {
    const wanted = find.value.trim().toLowerCase()
    for (const item of document.querySelectorAll<HTMLElement>('nav [data-method]')) {
      item.hidden = !(item.dataset.method ?? '').toLowerCase().includes(wanted)
    }
  })

  const show = (output: HTMLOutputElement, text: string) => {
    output.textContent = text
  }

  const pretty = (text: string) => {
    try {
      return JSON.stringify(JSON.parse(text), null, 2)
    } catch {
      return text
    }
  }

  const overHttp = async (request: string, output: HTMLOutputElement) => {
    const headers: Record<string, string> = { 'content-type': 'application/json' }
    if (token.value !== '') headers.authorization = `Bearer ${token.value.trim()}`
    show(output, '…')
    try {
      const response = await fetch('/rpc', { method: 'POST', headers, body: request })
      show(output, pretty(await response.text()))
    } catch {
      show(output, 'The node does not answer.')
    }
  }

  const overSocket = (request: string, output: HTMLOutputElement) => {
    const url = `${location.protocol === 'https:' ? 'wss' : 'ws'}://${location.host}/ws`
    const socket = new WebSocket(url, ['stegos', `bearer.${token.value.trim()}`])
    const frames: string[] = []
    const add = (text: string) => {
      frames.push(text)
      show(output, frames.slice(-50).join('\n'))
    }
    socket.addEventListener('open', () => socket.send(request))
    socket.addEventListener('message', (event) => add(pretty(String(event.data))))
    socket.addEventListener('close', () => add('The connection is closed.'))
    return socket
  }

  const sockets = new WeakMap<HTMLFormElement, WebSocket>()
  for (const form of document.querySelectorAll<HTMLFormElement>('form[data-method]')) {
    const output = form.querySelector('output')
    const params = form.querySelector('textarea')
    if (!output || !params) continue
    form.addEventListener('submit', (event) => {
      event.preventDefault()
      let request: string
      try {
        const given = params.value.trim() === '' ? {} : JSON.parse(params.value)
        request = JSON.stringify({ jsonrpc: '2.0', id: 1, method: form.dataset.method, params: given })
      } catch {
        show(output, 'The parameters are not valid JSON.')
        return
      }
      if (form.dataset.transport !== 'websocket') return void overHttp(request, output)
      try {
        sockets.get(form)?.close()
        sockets.set(form, overSocket(request, output))
      } catch {
        show(output, 'A token is needed.')
      }
    })
  }
}
