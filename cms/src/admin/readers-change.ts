/**
 * Tells the panels beside the form that something was done with the document, so that they ask again. Payload's own
 * events of documents expect the whole document, and its relationship fields fail without it.
 */
const changes = new EventTarget();

let times = 0;

export function tellReadersChanged(): void {
  times += 1;
  changes.dispatchEvent(new Event('change'));
}

/** `listen` is told by a word of its own for each change. Answers how to stop listening. */
export function onReadersChange(listen: (change: string) => void): () => void {
  const told = () => listen(`change ${times}`);
  changes.addEventListener('change', told);
  return () => changes.removeEventListener('change', told);
}
