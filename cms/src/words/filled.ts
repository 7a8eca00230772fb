/** Puts values into a sentence: `filled('Hello, {{who}}', { who: 'Ann' })`. */
export function filled(sentence: string, values: Readonly<Record<string, string>>): string {
  return sentence.replace(/\{\{(\w+)\}\}/g, (_place, name: string) => values[name] ?? '');
}
