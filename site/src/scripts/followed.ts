/** The link that a click follows away from this page in this window; `null` for another click. */
export function linkFollowed(event: MouseEvent): HTMLAnchorElement | null {
  const isPlain = event.button === 0 && !event.ctrlKey && !event.shiftKey && !event.metaKey;
  const followed = event.target instanceof Element ? event.target.closest('a') : null;
  if (followed === null || !isPlain || event.altKey || event.defaultPrevented) return null;
  const isPage = /^https?:$/.test(followed.protocol) && followed.target === '';
  const isHere = followed.pathname === location.pathname && followed.hash !== '';
  return isPage && !isHere && !followed.hasAttribute('download') ? followed : null;
}
