/** What there is to translate and to review: of a translator's own languages, or of all for whoever answers for the site. */
import { may } from '@charterpress/shared/roles.ts';
import words from '@charterpress/shared/strings/workbench.json' with { type: 'json' };
import type { AdminViewServerProps, PayloadRequest } from 'payload';
import { rolesOf } from '../../access/collections.ts';
import { languagesFor } from '../../translation/languages.ts';
import { type LanguageWork, type Piece, workIn } from '../../translation/lists.ts';
import { mayHere } from '../../translation/who.ts';
import { counted } from '../../words/counted.ts';
import { filled } from '../../words/filled.ts';
import { dayInWords } from '../../words/moment.ts';
import { type Names, namesOf } from '../people.ts';
import { Screen } from '../screen.tsx';
import { LanguageFiles } from './language-files.tsx';

const { mine: say } = words;

export async function MyLanguagesScreen(props: AdminViewServerProps) {
  const { req } = props.initPageResult;
  const languages = await workIn(req, languagesFor(req));
  const names = await namesOf(
    req.payload,
    languages.flatMap(({ documents }) => documents.flatMap(({ claimedBy }) => claimedBy ?? [])),
  );
  return (
    <Screen {...props} className="desk-landing desk-translations">
      <header className="desk-landing__top">
        <h1>{words.title}</h1>
        <a className="desk-landing__site" href="/admin/translation/coverage">
          {say.coverage}
        </a>
      </header>
      <p>{languages.length === 0 ? say.none : say.help}</p>
      {languages.map((each) => (
        <Language key={each.language} may={mayWith(req, each.language)} names={names} work={each} />
      ))}
    </Screen>
  );
}

type May = Parameters<typeof LanguageFiles>[0]['may'];

function mayWith(req: PayloadRequest, language: string): May {
  const terms = may(rolesOf(req), 'write', 'terms');
  return { memory: mayHere(req, 'translate', language), terms };
}

function Language(props: {
  readonly work: LanguageWork;
  readonly names: Names;
  readonly may: May;
}) {
  const { names, work } = props;
  const id = `desk-language-${work.language}`;
  return (
    <section aria-labelledby={id}>
      <h2 id={id}>
        {work.name} <small>{sumWords(work)}</small>
      </h2>
      {work.documents.length > 0 && (
        <div className="desk-translations__scroll">
          <table>
            <thead>
              <tr>
                <th scope="col">{say.document}</th>
                <th scope="col">{say.todo}</th>
                <th scope="col">{say.wordsHead}</th>
                <th scope="col">{say.since}</th>
                <th scope="col">{say.who}</th>
                <th scope="col">{say.readers}</th>
              </tr>
            </thead>
            <tbody>
              {work.documents.map((piece) => (
                <Row key={piece.document} names={names} piece={piece} work={work} />
              ))}
            </tbody>
          </table>
        </div>
      )}
      <LanguageFiles language={work.language} may={props.may} name={work.name} />
    </section>
  );
}

function Row(props: { readonly piece: Piece; readonly work: LanguageWork; readonly names: Names }) {
  const { names, piece, work } = props;
  const { claimedBy, document, kind, released, since, title } = piece;
  return (
    <tr>
      <th scope="row">
        <a href={`/admin/translation/${work.language}/${kind}/${document}`}>{title}</a>
      </th>
      <td>{todoWords(piece)}</td>
      <td className="desk-translations__number">{piece.words === 0 ? '' : piece.words}</td>
      <td>{since === null ? '' : dayInWords(since.slice(0, 10))}</td>
      <td>{claimedBy === null ? say.nobody : names(claimedBy)}</td>
      <td>
        {released === null
          ? say.nothingReleased
          : filled(say.edition, { number: String(released) })}
      </td>
    </tr>
  );
}

/** "812 words to do, 3 behind, 2 to review" */
function sumWords({ behind, documents, toReview, words: left }: LanguageWork): string {
  if (documents.length === 0) return say.done;
  const parts = [
    ...(left > 0 ? [counted(say, 'words', left)] : []),
    ...(behind > 0 ? [counted(say, 'behind', behind)] : []),
    ...(toReview > 0 ? [counted(say, 'toReview', toReview)] : []),
  ];
  return parts.join(', ');
}

function todoWords({ counts, toRelease, toReview }: Piece): string {
  const waiting = counts.untranslated + counts.draft;
  const parts = [
    ...(counts.behind > 0 ? [counted(say, 'behind', counts.behind)] : []),
    ...(waiting > 0 ? [counted(say, 'untranslated', waiting)] : []),
    ...(toReview > 0 ? [counted(say, 'toReview', toReview)] : []),
    ...(toRelease ? [say.toRelease] : []),
  ];
  return parts.join(', ');
}
