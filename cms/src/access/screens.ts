/**
 * What the screens of the admin may ask of the server beside REST. Payload takes a name for any property of an object:
 * "constructor" gave the whole request back, to strangers too. And of its own names we use these.
 */
const askedByScreens: readonly string[] = [
  'form-state',
  'render-document',
  'render-document-slots',
  'render-field',
  'render-list',
  'table-state',
];

export function refuseUnlessScreensAsk({ name }: { readonly name: unknown }): void {
  if (askedByScreens.includes(String(name))) return;
  throw new Error('No screen of the admin asks for this. Reload the page.');
}
