/** Beside the form: the real page made from what was saved last, in any language of the trust. */
import { language } from '@charterpress/shared/languages.ts';
import { trust } from '../words/trust.ts';
import { PreviewFrame } from './preview-frame.tsx';

export function PreviewWindow() {
  const languages = trust.languages.map((tag) => ({
    tag,
    name: language(tag)?.englishName ?? tag,
  }));
  return <PreviewFrame languages={languages} />;
}
