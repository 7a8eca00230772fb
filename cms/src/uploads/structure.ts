/**
 * Whether a file is through and through what its first bytes say. A file that is two things at once hides the second one
 * behind, between or in front of the parts of the first: so each is walked part by part, from its first byte to its last.
 */

/** By media type; `null` when it is well, else what is wrong, in words for staff. */
export const faultsIn: Readonly<Record<string, (bytes: Buffer) => string | null>> = {
  'application/pdf': pdf,
  'audio/mpeg': mp3,
  'audio/mp4': boxes,
  'video/mp4': boxes,
  'audio/ogg': ogg,
  'audio/wav': wav,
  'video/webm': webm,
};

const broken =
  'it ends too early, or holds something behind its end. Save it again from the program it was made with';

/** Where the walk goes on, or `null` at a part that is none. */
type Step = (bytes: Buffer, at: number) => number | null;

function walk(bytes: Buffer, from: number, step: Step): string | null {
  let at = from;
  while (at < bytes.length) {
    const next = step(bytes, at);
    if (next === null || next <= at || next > bytes.length) return broken;
    at = next;
  }
  return null;
}

/** What runs, opens other files or hides them. A name can be written with `#` and digits in the place of a letter. */
const active =
  /\/(JavaScript|JS|Launch|EmbeddedFiles?|RichMedia|XFA|SubmitForm|ImportData|GoToR)\b/;

function pdf(bytes: Buffer): string | null {
  const text = bytes.toString('latin1');
  const end = text.lastIndexOf('%%EOF');
  const isWhole = text.startsWith('%PDF-') && end > 0 && text.slice(end + 5).trim() === '';
  if (!isWhole || !/startxref\s+\d+\s*$/.test(text.slice(0, end))) return broken;
  const names = text.replace(/#([0-9a-fA-F]{2})/g, (_all, hex) =>
    String.fromCharCode(Number.parseInt(hex, 16)),
  );
  if (/\/Encrypt\b/.test(names)) return 'it is locked with a password. Save it without one';
  if (active.test(names))
    return 'it holds a program, a form that sends, or another file. Save it as a plain PDF (PDF/A)';
  return null;
}

/** Boxes of MPEG-4: a size, and a name of four letters. The first says what it is, and one holds the index. */
function boxes(bytes: Buffer): string | null {
  const names: string[] = [];
  const fault = walk(bytes, 0, (all, at) => {
    if (at + 8 > all.length) return null;
    names.push(all.toString('latin1', at + 4, at + 8));
    const size = all.readUInt32BE(at);
    if (size === 1) return at + 16 > all.length ? null : at + Number(all.readBigUInt64BE(at + 8));
    return size < 8 ? null : at + size;
  });
  const isKnown =
    names[0] === 'ftyp' && names.includes('moov') && names.every((name) => known.has(name));
  return fault ?? (isKnown ? null : broken);
}
const known = new Set([
  'ftyp',
  'moov',
  'mdat',
  'free',
  'skip',
  'wide',
  'moof',
  'sidx',
  'styp',
  'mfra',
  'udta',
  'uuid',
  'meta',
]);

function ogg(bytes: Buffer): string | null {
  return walk(bytes, 0, (all, at) => {
    if (all.toString('latin1', at, at + 4) !== 'OggS' || at + 27 > all.length) return null;
    const segments = all.subarray(at + 27, at + 27 + Number(all[at + 26]));
    return at + 27 + segments.length + segments.reduce((sum, size) => sum + size, 0);
  });
}

function wav(bytes: Buffer): string | null {
  if (bytes.toString('latin1', 8, 12) !== 'WAVE') return broken;
  if (bytes.readUInt32LE(4) + 8 !== bytes.length) return broken;
  return walk(bytes, 12, (all, at) => {
    if (at + 8 > all.length || !/^[\w ]{4}$/.test(all.toString('latin1', at, at + 4))) return null;
    const size = all.readUInt32LE(at + 4);
    return Math.min(
      at + 8 + size + (size % 2),
      at + 8 + size === all.length ? all.length : Number.POSITIVE_INFINITY,
    );
  });
}

/** The elements of Matroska: a header, then one segment to the end. */
function webm(bytes: Buffer): string | null {
  const ids: number[] = [];
  const fault = walk(bytes, 0, (all, at) => {
    const idLength = lengthOf(all[at]);
    const sizeLength = lengthOf(all[at + idLength]);
    if (idLength > 4 || sizeLength > 8 || at + idLength + sizeLength > all.length) return null;
    ids.push(all.readUIntBE(at, idLength));
    const size = sizeOf(all, at + idLength, sizeLength);
    return size === null ? all.length : at + idLength + sizeLength + size;
  });
  const [header, segment] = ids;
  return (
    fault ?? (header === 0x1a45dfa3 && segment === 0x18538067 && ids.length === 2 ? null : broken)
  );
}

function lengthOf(first: number | undefined): number {
  return Math.clz32(first ?? 0) - 23;
}

/** `null` when the size was not known yet when it was written: then it goes on to the end. */
function sizeOf(bytes: Buffer, at: number, length: number): number | null {
  const all = BigInt(`0x${bytes.toString('hex', at, at + length)}`);
  const size = all & ((1n << BigInt(7 * length)) - 1n);
  return size === (1n << BigInt(7 * length)) - 1n ? null : Number(size);
}

const rates = [
  [0, 32, 40, 48, 56, 64, 80, 96, 112, 128, 160, 192, 224, 256, 320],
  [0, 8, 16, 24, 32, 40, 48, 56, 64, 80, 96, 112, 128, 144, 160],
] as const;

/** A note in front (ID3v2), frames, and perhaps a note of 128 bytes at the end (ID3v1). */
function mp3(bytes: Buffer): string | null {
  const hasNote = bytes.toString('latin1', 0, 3) === 'ID3';
  const size = [...bytes.subarray(6, 10)].reduce((sum, byte) => sum * 128 + (byte & 127), 0);
  const hasEndNote = bytes.toString('latin1', bytes.length - 128, bytes.length - 125) === 'TAG';
  const sound = hasEndNote ? bytes.subarray(0, -128) : bytes;
  return walk(sound, hasNote ? 10 + size : 0, frameOfMp3);
}

/** Layer III of MPEG 1, 2 and 2.5. */
function frameOfMp3(bytes: Buffer, at: number): number | null {
  if (at + 4 > bytes.length || bytes.readUInt16BE(at) >>> 5 !== 0x7ff) return null;
  const [, second = 0, third = 0] = bytes.subarray(at, at + 3);
  const version = (second >> 3) & 3;
  const rate = (version === 3 ? rates[0] : rates[1])[third >> 4] ?? 0;
  const frequency = [44_100, 48_000, 32_000][(third >> 2) & 3];
  if (((second >> 1) & 3) !== 1 || version === 1 || rate === 0 || frequency === undefined)
    return null;
  const slower = [4, 1, 2, 1][version] ?? 1;
  const samples = version === 3 ? 144 : 72;
  const length = Math.floor((samples * rate * 1000 * slower) / frequency) + ((third >> 1) & 1);
  return Math.min(at + length, bytes.length);
}
