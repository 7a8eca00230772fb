/** Where the PDFs of booklets are kept for the releases to come, and which of them a release has to look at. */
import path from 'node:path';
import type { Ledger } from './ledger.ts';

const PDF = 'pdf ';

export function keptPdf(dataDir: string, pdf: string): string {
  return path.join(dataDir, 'press/pdf', pdf);
}

/** Where booklets and their PDFs are while these are made. */
export function pdfsInTheMaking(dataDir: string): string {
  return path.join(dataDir, 'press/pdf-making');
}

/** The paths of those that came, changed or went; of all in a whole release. */
export function pdfsOfRelease(ledger: Ledger, isWhole: boolean): readonly string[] {
  const changed = ledger.changedKeys().filter((key) => key.startsWith(PDF));
  const named = changed.map((key) => key.slice(PDF.length));
  return [...new Set([...named, ...(isWhole ? ledger.pdfs.paths() : [])])];
}
