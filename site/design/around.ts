/** What stands around a text: notices, pictures, recordings, ways to hand a page on, the foot of the page. */
import { urgent } from '../src/components/urgent.ts';
import { qrCode } from '../src/views/qr-code.ts';
import { type Component, criteria, type Spoken } from './component.ts';
import { factOf, paragraph } from './in-texts.ts';

const { alternative, colourAlone, contrast, edges, focus, headings, language, reflow, targets } =
  criteria;

export const around: readonly Component[] = [
  {
    name: 'NoticeBox',
    about: 'What a reader has to know before the text: it is behind, unsafe, withdrawn.',
    states: (of) => [
      { name: 'information', props: { notice: noticeOf(of, 'information') } },
      { name: 'warning', props: { notice: noticeOf(of, 'warning') } },
    ],
    criteria: [contrast, colourAlone, focus, language],
  },
  {
    name: 'urgent',
    about: 'Urgent notices, above everything, in every language at the same moment.',
    states: (of) => [{ name: 'of every severity', html: urgent(urgentOf(of)) }],
    criteria: [contrast, colourAlone, focus, language],
  },
  {
    name: 'Photo',
    about: 'A picture of the trust.',
    states: (of) => [
      {
        name: 'with a caption',
        props: { picture: { ...picture, caption: of.said('part.title') } },
      },
      { name: 'decorative', props: { picture } },
    ],
    criteria: [alternative, reflow],
  },
  {
    name: 'Listen',
    about: 'The page read out.',
    states: (of) => [
      { name: 'as the text is', props: { recording: recordingOf(of, null) } },
      {
        name: 'older than the text',
        props: { recording: recordingOf(of, of.words('version.soundBehind')) },
      },
    ],
    criteria: [contrast, focus, headings],
  },
  {
    name: 'VersionText',
    about: 'Easy Read, each sentence beside its picture; and signing.',
    states: (of) => [
      {
        name: 'Easy Read',
        props: {
          version: {
            ...{ film: null, labels: labelsOf(of), people: [of.words('version.behind')] },
            sections: [
              {
                ...{ title: of.words('part.title'), english: null },
                sentences: [{ text: of.words('part.intro'), picture }],
              },
            ],
          },
        },
      },
    ],
    criteria: [contrast, headings, alternative, reflow],
  },
  {
    name: 'AttachmentList',
    about: 'Documents and recordings, with the way to the same in another form.',
    states: (of) => [
      {
        name: 'a document and a recording',
        props: {
          attachments: {
            ...{ title: of.words('files.title'), labels: labelsOf(of) },
            all: [attachmentOf(of, 'document'), attachmentOf(of, 'sound')],
          },
        },
      },
    ],
    criteria: [contrast, focus, headings, language],
  },
  {
    name: 'Share',
    about: 'Ways to hand the page on, and its poster.',
    states: (of) => [{ name: 'as on every page', props: { share: shareOf(of) } }],
    criteria: [contrast, focus, targets, edges, alternative, headings],
  },
  {
    name: 'Footer',
    about: 'Whom to ring, in every language, at the foot of every page.',
    states: (of) => [{ name: 'with all that a trust can have', props: { footer: footerOf(of) } }],
    criteria: [contrast, focus, targets, headings, language],
  },
  {
    name: 'Leave',
    about: 'The way out of a sensitive page, in sight on every screen.',
    states: (of) => [
      {
        name: 'as a link, without its script',
        props: {
          leave: {
            ...{ href: '#main', label: of.words('leave.button'), how: of.link('leave.how') },
            ...{ ready: of.words('leave.ready'), plain: of.words('leave.plain') },
          },
        },
      },
    ],
    criteria: [contrast, focus, targets],
  },
  {
    name: 'Scripts',
    about: 'The few scripts of our own, on the pages that have them. Nothing is seen of it.',
    states: () => [{ name: 'none', props: { scripts: [] } }],
    criteria: [
      {
        wcag: '2.1.1',
        says: 'Everything that pages do is done without a script as well.',
        test: 'pages/site.test.ts',
      },
    ],
  },
];

const picture = {
  ...{ src: '/favicon.svg', srcset: '', width: 320, height: 160 },
  ...{ alternative: { text: '', in: undefined }, caption: null },
};

function noticeOf(of: Spoken, tone: 'information' | 'warning') {
  return {
    ...{
      tone,
      title: of.words('behind.title', { date: '14 May 2026' }),
      texts: [of.said('behind.text')],
    },
    lists: [{ label: of.words('behind.sections'), items: [of.said('pledge.meaning')] }],
    link: of.linkToEnglish('Read the page in English'),
  };
}

function urgentOf(of: Spoken) {
  const notices = (['danger', 'important', 'information'] as const).map((tone) => ({
    ...{ document: tone, ends: '2026-05-14T17:00:00.000Z', tone, text: null },
    ...{ severity: of.words(`urgent.severity.${tone}`), sentence: of.words('urgent.news') },
    about: {
      words: of.words('urgent.about.closed'),
      name: of.english('Ashford children’s centre'),
    },
    instead: { words: of.words('urgent.instead.other'), fact: factOf(of) },
    until: of.words('urgent.until', { moment: '14 May 2026, 18:00' }),
  }));
  return { label: of.words('urgent.label'), notices };
}

function attachmentOf(of: Spoken, form: 'document' | 'sound') {
  return {
    ...{ form, href: '#main', mime: 'application/pdf', title: of.english('The strategy') },
    ...{ size: 'PDF, 240 kB', download: 'strategy.pdf', captions: null },
    ...{ asPage: of.link('strategy.title'), contact: factOf(of) },
    transcript: { in: undefined, blocks: [paragraph(of.words('part.intro'))] },
  };
}

function recordingOf(of: Spoken, warning: string | null) {
  const label = of.words('version.listen');
  return { ...attachmentOf(of, 'sound'), label, warning, transcriptLabel: label };
}

function labelsOf(of: Spoken) {
  return {
    ...{ asPage: of.words('files.asPage'), ask: of.words('files.ask') },
    ...{ transcript: of.words('files.transcript'), captions: of.words('files.captions') },
  };
}

function shareOf(of: Spoken) {
  const ways = [{ words: of.words('share.text'), href: 'sms:' }];
  const card = { title: of.words('share.card'), help: of.words('share.cardHelp'), html: '<a>' };
  const address = 'https://charter.example.org/s/abc/en';
  return {
    ...{ title: of.words('share.title'), ways, card },
    poster: {
      ...{ make: of.words('share.poster'), print: of.words('share.print') },
      ...{
        back: of.words('share.back'),
        scan: of.words('share.scan'),
        title: of.said('part.title'),
      },
      ...{
        summary: of.said('part.intro'),
        qr: qrCode(address),
        address: 'charter.example.org/s/abc',
      },
    },
  };
}

function footerOf(of: Spoken) {
  const telephone = { href: 'tel:999', text: '999' };
  return {
    emergency: {
      title: of.words('footer.emergency'),
      numbers: [{ name: of.english('Police, ambulance, fire'), way: telephone }],
    },
    interpreter: { title: of.words('footer.interpreter'), fact: factOf(of) },
    helplines: { title: of.words('footer.helplines'), facts: [factOf(of)] },
    about: { title: of.words('footer.about'), links: [of.link('nav.home')] },
    parts: { title: of.words('nav.label'), links: [of.link('nav.guides')] },
    districts: { title: of.words('footer.districts'), names: [of.english('Ashford')] },
    neighbours: {
      title: of.words('footer.neighbours'),
      links: [{ name: of.english('Medway Council'), href: '#main' }],
    },
    licence: { before: '', after: '', name: of.english('Open Government Licence'), href: '#main' },
  };
}
