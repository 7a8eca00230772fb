/** English as translators meet it: words as common as words are, sentences that come again a little otherwise. Made by rule. */

const COMMON =
  'the to and you a of your in is for we can that it are with or on if not ask help child be our this have from they family who by what at as will an one when'.split(
    ' ',
  );
const WORDS = 12_000;
const [SHORTEST, LONGEST] = [4, 22];
/** One in so many is an earlier sentence with a word changed. */
const AGAIN = 4;

/** The same sentences for the same seed. */
export function sentences(count: number, seed: number): readonly string[] {
  const random = randomFrom(seed);
  const made: string[] = [];
  while (made.length < count) {
    const earlier = made[Math.floor(random() * made.length)];
    const isAgain = earlier !== undefined && Math.floor(random() * AGAIN) === 0;
    made.push(isAgain ? withAnotherWord(earlier, random) : sentence(random));
  }
  return made;
}

/** With another word in the middle and one more before the end. */
export function slightlyOtherwise(sentence: string): string {
  const words = sentence.slice(0, -1).split(' ');
  const middle = Math.floor(words.length / 2);
  const changed = words.map((word, at) => (at === middle ? 'instead' : word));
  return `${[...changed.slice(0, -1), 'also', changed.at(-1)].join(' ')}.`;
}

function withAnotherWord(sentence: string, random: () => number): string {
  const words = sentence.split(' ');
  const changed = Math.floor(random() * (words.length - 1));
  return words.map((each, at) => (at === changed ? word(random) : each)).join(' ');
}

function sentence(random: () => number): string {
  const length = SHORTEST + Math.floor(random() * (LONGEST - SHORTEST));
  const words = Array.from({ length }, () => word(random)).join(' ');
  return `${words.slice(0, 1).toUpperCase()}${words.slice(1)}.`;
}

/** By Zipf's law: the second most common word stands half as often as the first. */
function word(random: () => number): string {
  const rank = Math.floor(WORDS ** random()) - 1;
  return COMMON[rank] ?? `${syllable(rank)}${syllable(rank * 7 + 3)}${rank}`.replace(/\d/g, letter);
}

const letter = (digit: string) => 'aeioulnrst'[Number(digit)] as string;
const syllable = (number: number) => `${'bcdfglmprstv'[number % 12]}${'aeiou'[number % 5]}`;

/** Mulberry32. */
export function randomFrom(seed: number): () => number {
  let state = seed;
  return () => {
    state = (state + 0x6d2b79f5) | 0;
    let mixed = Math.imul(state ^ (state >>> 15), 1 | state);
    mixed = (mixed + Math.imul(mixed ^ (mixed >>> 7), 61 | mixed)) ^ mixed;
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 4_294_967_296;
  };
}
