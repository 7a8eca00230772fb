/** All consultations, by what one can do about them. */
import type { Content } from '../../content/content.ts';
import { type Frame, frameFor } from '../frame.ts';
import { reader } from '../reader.ts';
import { type ConsultationEntry, consultationEntries } from './consultation-entries.ts';
import { haveYourSayLink } from './have-your-say.ts';

export type ConsultationsPage = {
  readonly frame: Frame;
  readonly title: string;
  readonly introduction: string;
  readonly groups: readonly {
    readonly title: string;
    readonly entries: readonly ConsultationEntry[];
    /** What stands there when there are none. */
    readonly nothing: string | null;
  }[];
};

const inOrder = ['open', 'coming', 'closed', 'reported'] as const;

export function consultationsPage(
  content: Content,
  { language }: { readonly language: string },
): ConsultationsPage {
  const who = reader(content, language);
  const { words } = who;
  const all = consultationEntries(who);
  const title = words('consultation.title');
  return {
    frame: frameFor(who, {
      title,
      description: words('consultation.intro'),
      trail: [haveYourSayLink(who)],
      section: 'part',
      isHandedOn: true,
      pathIn: (tag) => `/${tag}/consultations/`,
    }),
    title,
    introduction: words('consultation.intro'),
    groups: inOrder
      .map((group) => ({
        title: words(`consultation.${group}`),
        entries: all.filter(({ stage }) => stage.group === group),
        nothing: group === 'open' ? words('consultation.nothingOpen') : null,
      }))
      .filter(({ entries, nothing }) => entries.length > 0 || nothing !== null),
  };
}
