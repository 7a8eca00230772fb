/** Texts of a bundle as a list: what each is, and what it changes for readers. */
import type { Change } from '@charterpress/shared/domain/edition.ts';
import words from '@charterpress/shared/strings/bundles.json' with { type: 'json' };

const { screen } = words;

/** What is shown of a text. */
export type Listed = {
  readonly kind: string;
  readonly document: string;
  readonly language: string;
  readonly title: string;
  readonly kindName: string;
  readonly change: Change;
  readonly changeNote: string | null;
  readonly isFirst: boolean;
  readonly movedOn: boolean;
  readonly approvedWords: string | null;
};

export function ListedItems({ items }: { items: readonly Listed[] }) {
  return (
    <ul className="desk-waiting">
      {items.map((item) => (
        <li key={`${item.document}/${item.language}`}>
          <a href={`/admin/collections/${item.kind}/${item.document}`}>
            {item.title || screen.withoutTitle}
          </a>
          <ItemWords {...item} />
        </li>
      ))}
    </ul>
  );
}

export function ItemWords(item: Listed) {
  const change = item.isFirst ? screen['first-edition'] : screen.change[item.change];
  const facts = [item.kindName, change, item.approvedWords].filter((each) => each !== null);
  return (
    <>
      <span>{facts.join(' · ')}</span>
      {item.changeNote !== null && <span>“{item.changeNote}”</span>}
      {item.movedOn && <strong>{screen.movedOn}</strong>}
    </>
  );
}
