/**
 * Tells the panel of what readers have that it should ask again. Payload's own events of documents expect the whole
 * document, and its relationship fields fail without it.
 */
const changes = new EventTarget();

export function tellReadersChanged(): void {
  changes.dispatchEvent(new Event('change'));
}

/** Answers how to stop listening. */
export function onReadersChange(listen: () => void): () => void {
  changes.addEventListener('change', listen);
  return () => changes.removeEventListener('change', listen);
}
