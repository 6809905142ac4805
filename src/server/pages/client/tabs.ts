/** Languages of all examples change together. Code can be copied, and names the address this page came from. */
export function tabsClient(): void {
  const WRITTEN = 'http://127.0.0.1:3145'
  for (const pre of document.querySelectorAll('pre')) {
    if (location.origin !== WRITTEN && pre.textContent?.includes(WRITTEN)) {
      pre.textContent = pre.textContent.replaceAll(WRITTEN, location.origin)
    }
  }

  const lists = [...document.querySelectorAll<HTMLElement>('[role="tablist"]')]
  const choose = (language: string) => {
    for (const list of lists) {
      const tabs = [...list.querySelectorAll<HTMLElement>('[role="tab"]')]
      if (!tabs.some((tab) => tab.dataset.lang === language)) continue
      for (const tab of tabs) {
        const chosen = tab.dataset.lang === language
        tab.setAttribute('aria-selected', String(chosen))
        tab.tabIndex = chosen ? 0 : -1
      }
      for (const panel of list.parentElement?.querySelectorAll<HTMLElement>('[role="tabpanel"]') ?? []) {
        panel.hidden = panel.dataset.lang !== language
      }
    }
  }

  /** What is above may become shorter or longer: the reader stays where he is. */
  const chooseAt = (tab: HTMLElement) => {
    const before = tab.getBoundingClientRect().top
    choose(tab.dataset.lang ?? '')
    scrollBy({ top: tab.getBoundingClientRect().top - before, behavior: 'instant' })
  }

  for (const list of lists) {
    list.hidden = false
    list.addEventListener('click', (event) => {
      const tab = event.target instanceof Element && event.target.closest<HTMLElement>('[role="tab"]')
      if (tab) chooseAt(tab)
    })
    list.addEventListener('keydown', (event) => {
      const step = { ArrowRight: 1, ArrowLeft: -1 }[event.key]
      const tabs = [...list.querySelectorAll<HTMLElement>('[role="tab"]')]
      const place = tabs.indexOf(event.target as HTMLElement)
      if (step === undefined || place < 0) return
      const next = tabs[(place + step + tabs.length) % tabs.length]
      if (!next) return
      event.preventDefault()
      chooseAt(next)
      next.focus()
    })
  }

  if (!navigator.clipboard) return
  for (const code of document.querySelectorAll('.code')) {
    const button = document.createElement('button')
    button.type = 'button'
    button.className = 'copy'
    button.textContent = 'Copy'
    button.addEventListener('click', async () => {
      try {
        await navigator.clipboard.writeText(code.querySelector('pre')?.textContent ?? '')
        button.textContent = 'Copied'
      } catch {
        button.textContent = 'Not allowed'
      }
      setTimeout(() => {
        button.textContent = 'Copy'
      }, 1_500)
    })
    code.append(button)
  }
}
