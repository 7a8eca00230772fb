/** How staff read the words that several kinds share. */
export const statusWords = {
  draft: 'Draft',
  'in-consultation': 'In consultation',
  adopted: 'Adopted',
  replaced: 'Replaced by a newer one',
} as const;

export const audienceWords = {
  parents: 'Parents and carers',
  'young-people': 'Young people',
  professionals: 'Professionals',
} as const;

export const sensitiveWords = {
  label: 'About something a parent may need to hide',
  help: 'Tick it for violence at home and the like. The page gets a button to leave it quickly, and a title that says nothing. Its address stays in the history of a browser: choose one that says nothing either.',
} as const;

export const attachmentWords = {
  label: 'Documents, recordings and films',
  help: 'They stand under the text, each with its type and size. Put them in under "Media" first.',
} as const;
