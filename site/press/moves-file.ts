/** In every release, not for readers: the server reads in it where former addresses lead. */
export const MOVES_FILE = '_moves.json';
