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

  const places = new Map<Element, HTMLAnchorElement>()
  for (const link of menu.querySelectorAll<HTMLAnchorElement>('li a')) {
    const place = document.getElementById(link.hash.slice(1))?.closest('article, .chapter')
    if (place) places.set(place, link)
  }
  let current: HTMLAnchorElement | undefined
  const seen = new IntersectionObserver(
    (entries) => {
      const entry = entries.find(({ isIntersecting }) => isIntersecting)
      const link = entry && places.get(entry.target)
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
  for (const place of places.keys()) seen.observe(place)

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
