/** What a document is called. */

type Titled = {
  readonly title?: string;
  readonly promise?: string;
  readonly statement?: string;
  readonly label?: string;
  readonly name?: string;
  readonly term?: string;
};

/** Pledges are called by their promise, principles by their statement, facts by their label, who and where by name. */
export function titleIn(content: object): string {
  const { label, name, promise, statement, term, title } = content as Titled;
  return title ?? promise ?? statement ?? label ?? name ?? term ?? '';
}
