/** The list of contents: beside the text on a wide screen, unfolding on a narrow one; it shows where the reader is. */
export function menuClient(): void {
  const menu = document.querySelector<HTMLDetailsElement>('#menu')
  if (!menu) return
  const wide = matchMedia('(min-width: 60rem)')
  const fold = () => {
    menu.open = wide.matches
  }
  fold()
  wide.addEventListener('change', fold)
  menu.addEventListener('click', (event) => {
    if (event.target instanceof HTMLAnchorElement && !wide.matches) menu.open = false
  })

  const links = new Map<string, HTMLAnchorElement>()
  for (const link of menu.querySelectorAll<HTMLAnchorElement>('li a')) links.set(link.hash.slice(1), link)
  let current: HTMLAnchorElement | undefined
  const seen = new IntersectionObserver(
    (entries) => {
      const entry = entries.find(({ isIntersecting }) => isIntersecting)
      const link = entry && links.get(entry.target.id)
      if (!link || link === current) return
      current?.removeAttribute('aria-current')
      link.setAttribute('aria-current', 'true')
      current = link
      // scrollIntoView would move the page, too
      const { top, bottom } = link.getBoundingClientRect()
      const nav = menu.parentElement
      if (nav && wide.matches && (top < 80 || bottom > innerHeight)) nav.scrollTop += top - innerHeight / 2
    },
    { rootMargin: '-64px 0px -75% 0px' },
  )
  for (const id of links.keys()) {
    const target = document.getElementById(id)
    if (target) seen.observe(target)
  }

  // a place inside something folded is unfolded
  const unfold = () => {
    const target = document.getElementById(decodeURIComponent(location.hash.slice(1)))
    for (let folded = target?.closest('details'); folded; folded = folded.parentElement?.closest('details')) {
      folded.open = true
    }
  }
  addEventListener('hashchange', unfold)
  unfold()
}
