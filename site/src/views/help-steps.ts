/** How to get help, from the first question on: what every front page shows, drawn and in words. */
import type { WordKey } from '@charterpress/shared/strings.ts';
import { type Drawing, type DrawingName, largeDrawing } from './drawings.ts';
import type { Reader } from './reader.ts';

export type HelpSteps = {
  readonly title: string;
  readonly steps: readonly {
    readonly drawing: Drawing;
    readonly title: string;
    readonly text: string;
  }[];
};

export function helpSteps({ words }: Pick<Reader, 'words'>): HelpSteps {
  const step = (name: DrawingName, title: WordKey, text: WordKey) => ({
    drawing: largeDrawing(name),
    title: words(title),
    text: words(text),
  });
  return {
    title: words('look.help'),
    steps: [
      step('ask', 'look.ask', 'look.askText'),
      step('talk', 'look.talk', 'look.talkText'),
      step('choose', 'look.choose', 'look.chooseText'),
      step('help', 'look.getHelp', 'look.getHelpText'),
    ],
  };
}
