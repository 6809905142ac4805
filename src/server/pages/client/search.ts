/** Finds methods, errors, events and types: `/` goes to the field, arrows through what was found, Escape leaves. */
export function searchClient(): void {
  const find = document.querySelector<HTMLInputElement>('#find')
  const found = document.querySelector<HTMLUListElement>('#found')
  if (!find || !found) return
  const MOST = 40
  const entries = [...document.querySelectorAll<HTMLElement>('[data-kind]')].map(({ id, dataset }) => ({
    id,
    kind: dataset.kind ?? '',
    name: dataset.name ?? '',
    about: (dataset.about ?? '').replaceAll('`', ''),
    key: (dataset.name ?? '').toLowerCase(),
    text: `${dataset.name} ${dataset.about} ${dataset.words ?? ''}`.toLowerCase(),
  }))

  /** The lower the better; undefined when it does not fit at all. */
  const rank = ({ key, text }: (typeof entries)[number], wanted: string) => {
    if (key === wanted) return 0
    if (key.startsWith(wanted)) return 1
    if (key.split(/[._]/).some((word) => word.startsWith(wanted))) return 2
    if (key.includes(wanted)) return 3
    return wanted.split(/\s+/).every((word) => text.includes(word)) ? 4 : undefined
  }

  const line = ({ id, kind, name, about }: (typeof entries)[number]) => {
    const item = document.createElement('li')
    const link = document.createElement('a')
    link.href = `#${id}`
    const parts = [
      ['code', name],
      ['b', kind],
      ['span', about],
    ] as const
    for (const [tag, text] of parts) {
      const part = document.createElement(tag)
      part.textContent = text
      link.append(part)
    }
    item.append(link)
    return item
  }

  const show = () => {
    const wanted = find.value.trim().toLowerCase()
    const ranked = entries
      .map((entry) => ({ entry, at: rank(entry, wanted) }))
      .filter(({ at }) => at !== undefined)
      .sort((left, right) => left.at! - right.at!)
      .slice(0, MOST)
    found.replaceChildren(...ranked.map(({ entry }) => line(entry)))
    if (ranked.length === 0) {
      const none = document.createElement('li')
      none.textContent = 'Nothing of that name.'
      found.append(none)
    }
    found.hidden = wanted === ''
  }

  const leave = () => {
    found.hidden = true
  }

  find.addEventListener('input', show)
  find.addEventListener('focus', () => {
    if (find.value !== '') show()
  })
  find.addEventListener('keydown', (event) => {
    if (event.key === 'Enter') found.querySelector('a')?.click()
  })
  found.addEventListener('click', (event) => {
    if (event.target instanceof Element && event.target.closest('a')) leave()
  })
  document.addEventListener('click', (event) => {
    if (event.target instanceof Element && !event.target.closest('.find')) leave()
  })
  document.addEventListener('keydown', (event) => {
    const at = document.activeElement
    const typing = at instanceof HTMLInputElement || at instanceof HTMLTextAreaElement
    if (event.key === '/' && !typing && !event.ctrlKey && !event.metaKey) {
      event.preventDefault()
      find.focus()
      find.select()
    }
    if (event.key === 'Escape' && !found.hidden) {
      leave()
      find.focus()
    }
    if (found.hidden || (event.key !== 'ArrowDown' && event.key !== 'ArrowUp')) return
    const links = [...found.querySelectorAll('a')]
    const place = links.indexOf(at as HTMLAnchorElement)
    if (at !== find && place < 0) return
    event.preventDefault()
    const next = place + (event.key === 'ArrowDown' ? 1 : -1)
    if (next < 0) find.focus()
    else links[Math.min(next, links.length - 1)]?.focus()
  })
}
