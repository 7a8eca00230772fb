/** In the comparison of two versions, of what is not part of their text. */
export function NotCompared() {
  return null;
}
