/** Documents by languages: what readers have, since when something is missing, and how much of what matters that is. */
import words from '@charterpress/shared/strings/workbench.json' with { type: 'json' };
import type { AdminViewServerProps } from 'payload';
import {
  type Cell,
  type Coverage,
  type CoverageRow,
  coverageOf,
} from '../../translation/coverage.ts';
import { languagesFor } from '../../translation/languages.ts';
import { counted } from '../../words/counted.ts';
import { filled } from '../../words/filled.ts';
import { dayInWords } from '../../words/moment.ts';
import { Screen } from '../screen.tsx';

const { coverage: say } = words;

export async function CoverageScreen(props: AdminViewServerProps) {
  const { req } = props.initPageResult;
  const coverage = await coverageOf(req, languagesFor(req));
  return (
    <Screen {...props} className="desk-landing desk-translations">
      <a href="/admin/translation">{words.back}</a>
      <header className="desk-landing__top">
        <h1>{say.title}</h1>
        <a className="desk-landing__site" href="/api/translation/coverage.csv">
          {say.csv}
        </a>
      </header>
      <p>{say.help}</p>
      <Table coverage={coverage} />
    </Screen>
  );
}

function Table({ coverage }: { coverage: Coverage }) {
  const { documents, languages } = coverage;
  return (
    // biome-ignore lint/a11y/noNoninteractiveTabindex: what scrolls sideways has to be reached by the keyboard.
    <section aria-label={say.title} className="desk-translations__scroll" tabIndex={0}>
      <table className="desk-coverage">
        <thead>
          <tr>
            <th scope="col">{say.document}</th>
            {languages.map(({ language, name }) => (
              <th key={language} scope="col">
                {name}
              </th>
            ))}
          </tr>
          <tr>
            <th scope="row">{say.weighted}</th>
            {languages.map(({ covered, language, words: left }) => (
              <td key={language}>
                {filled(say.part, { per: String(covered) })}
                <small>{left > 0 && counted(words.mine, 'words', left)}</small>
              </td>
            ))}
          </tr>
        </thead>
        <tbody>
          {documents.map((row) => (
            <Row key={row.document} languages={languages} row={row} />
          ))}
        </tbody>
      </table>
    </section>
  );
}

function Row({ languages, row }: { row: CoverageRow; languages: Coverage['languages'] }) {
  const { document, kind, title } = row;
  return (
    <tr>
      <th scope="row">
        <a href={`/admin/collections/${kind}/${document}`}>{title}</a>
      </th>
      {languages.map(({ language, name }) => (
        <OneCell
          address={`/admin/translation/${language}/${kind}/${document}`}
          cell={row.languages[language]}
          key={language}
          label={filled(words.mine.open, { title, language: name })}
        />
      ))}
    </tr>
  );
}

function OneCell(props: {
  readonly cell: Cell | undefined;
  readonly address: string;
  readonly label: string;
}) {
  const { address, cell, label } = props;
  if (cell === undefined) return <td />;
  const { since, state } = cell;
  return (
    <td className={`desk-coverage__${state}`}>
      <a aria-label={`${say.states[state]}. ${label}`} href={address}>
        {say.states[state]}
      </a>
      {since !== null && (
        <small>{filled(say.since, { when: dayInWords(since.slice(0, 10)) })}</small>
      )}
    </td>
  );
}
