/**
 * The PDFs of booklets, which only the press can make: which there are, and from when. They are in no edition, so a plain
 * `astro build` knows of none.
 */
import type { Statements } from './statements.ts';

export type BookletPdf = {
  /** The day, in London, on which it was made: `2026-05-03`. */
  readonly madeOn: string;
  readonly bytes: number;
  /** SHA-256 of the booklet that it shows. */
  readonly of: string;
};

export const bookletPdfsSchema = `
  CREATE TABLE IF NOT EXISTS booklet_pdfs (
    path TEXT PRIMARY KEY, made_on TEXT NOT NULL, bytes INTEGER NOT NULL, of TEXT NOT NULL) WITHOUT ROWID;
`;

export function bookletPdfsIn({ all, row, write }: Statements) {
  return {
    /** `null` while none was made for this path. */
    at(path: string): BookletPdf | null {
      const found = row('SELECT made_on, bytes, of FROM booklet_pdfs WHERE path = ?', path);
      if (found === undefined) return null;
      const { bytes, made_on, of } = found;
      return { madeOn: String(made_on), bytes: Number(bytes), of: String(of) };
    },
    paths: (): readonly string[] =>
      all('SELECT path FROM booklet_pdfs ORDER BY path').map(({ path }) => String(path)),
    keep(path: string, { bytes, madeOn, of }: BookletPdf): void {
      write('INSERT OR REPLACE INTO booklet_pdfs VALUES (?, ?, ?, ?)', path, madeOn, bytes, of);
    },
    forget(path: string): void {
      write('DELETE FROM booklet_pdfs WHERE path = ?', path);
    },
  };
}
