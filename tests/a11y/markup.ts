/** Whether a page is good HTML, by html-validate. */
import { HtmlValidate, StaticConfigLoader } from 'html-validate';

const rules = {
  // HTML takes any id without a space, and references from one strategy to another lead to "section/vision/early-help".
  'valid-id': ['error', { relaxed: true }],
  // A principle is called by its whole sentence, and search engines cut it where they like.
  'long-title': 'off',
  // A table that a telephone shows as cards says its roles, which a browser may forget with the display of a table.
  'no-redundant-role': 'off',
  // A link in a template has no words until a script writes them; axe asks the same of what is shown.
  'wcag/h30': 'off',
  // The class does not break either, and a number with common spaces can be found and copied.
  'tel-non-breaking': ['error', { ignoreClasses: ['way'] }],
} as const;

const validator = new HtmlValidate(
  new StaticConfigLoader({ extends: ['html-validate:recommended'], rules: rules as never }),
);

export async function faultsOfMarkup(html: string): Promise<readonly string[]> {
  const { results } = await validator.validateString(html);
  return results.flatMap(({ messages }) =>
    messages.map(({ ruleId, message, selector }) => `${ruleId}: ${message} (${selector})`),
  );
}
