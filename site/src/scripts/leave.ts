/**
 * "Leave this page": the link does more than a link when this runs. Nothing is kept, asked for or sent. Written for old
 * telephones, and so that nothing here stands in the way of the link if it fails.
 */
import { escapes } from './escapes.ts';
import { linkFollowed } from './followed.ts';

const RIGHT = 2;

const button = document.querySelector<HTMLAnchorElement>('a.leave');
if (button) listen(button);

function listen(button: HTMLAnchorElement): void {
  document.documentElement.classList.add('can-leave');
  const isThird = escapes();
  addEventListener('keydown', (event) => {
    if (isThird(pressOf(event))) leave(button.href);
  });
  // Nor must pages that are left by their links come back with Back: one that is marked is rarely the only one that
  // somebody read.
  addEventListener('click', (event) => {
    const followed = linkFollowed(event);
    if (followed === null || followed === button) return;
    event.preventDefault();
    location.replace(followed.href);
  });
  // Pressed with the middle of a mouse, or with a key that asks for another tab, it leaves all the same: this tab would
  // stay as it is, and be in sight again as soon as the other one is closed.
  for (const press of ['click', 'auxclick'] as const) button.addEventListener(press, leaveBy);

  function leaveBy(event: MouseEvent): void {
    if (event.button === RIGHT) return;
    event.preventDefault();
    leave(button.href);
  }
}

/** Off the screen at once; the next page may be long in coming. Its entry in the history becomes the next page's. */
function leave(to: string): void {
  document.body.textContent = '';
  location.replace(to);
}

function pressOf(event: KeyboardEvent) {
  const { key, repeat: isRepeated, timeStamp: at } = event;
  const isModified = event.ctrlKey || event.shiftKey || event.altKey || event.metaKey;
  return { key, at, isRepeated, isModified, isTyping: event.isComposing || isField(event.target) };
}

function isField(target: EventTarget | null): boolean {
  return (
    target instanceof HTMLElement &&
    (target.isContentEditable || target.matches('input, textarea, select'))
  );
}
