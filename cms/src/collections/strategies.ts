import { kind } from '../fields/kind.ts';

export const strategies = kind('strategies', {
  singular: 'Strategy',
  plural: 'Strategies',
  group: 'Strategy',
  purpose: 'A strategy in numbered sections and paragraphs that can be linked to and cited.',
  title: 'title',
  columns: ['title', 'status', 'version'],
  words: {
    title: { label: 'Title', help: 'With the years it is for.' },
    summary: { label: 'In short', help: 'What it is for, in two or three plain sentences.' },
    version: { label: 'Version', help: 'Such as "2007" or "1.2". It stands so in every language.' },
    status: {
      label: 'Status',
      help: 'A strategy that was replaced keeps its address, under a banner.',
      choices: {
        draft: 'Draft',
        'in-consultation': 'In consultation',
        adopted: 'Adopted',
        replaced: 'Replaced',
      },
    },
    adoptedOn: { label: 'Adopted on', help: 'The day on which it was approved.' },
    inForceFrom: { label: 'In force from', help: 'The first day.' },
    inForceTo: { label: 'In force to', help: 'The last day, if there is one.' },
    replaces: { label: 'Replaces', help: 'The strategy before this one.' },
    draft: {
      label: 'The draft',
      help: 'The text that people were asked about. The page shows what changed since.',
    },
    numbering: {
      label: 'Numbering',
      help: 'How sections and paragraphs are counted. References to them follow.',
      choices: {
        'section-and-paragraph': '2.3: sections and paragraphs',
        'section-and-letter': '2(c): sections and letters',
        'paragraphs-throughout': '17: paragraphs through the whole text',
        none: 'No numbers',
      },
    },
    sections: {
      label: 'Sections',
      help: 'In the order in which they are read. They number themselves.',
      row: 'Section',
      fields: {
        slug: {
          label: 'Name in the address',
          help: 'Small letters and hyphens. References name it: {section/vision}.',
        },
        part: {
          label: 'What it is for',
          help: 'Appendices are counted by themselves.',
          choices: {
            summary: 'Summary',
            'decisions-asked': 'Decisions asked for',
            background: 'Background',
            vision: 'Vision',
            definitions: 'Definitions',
            drivers: 'Drivers',
            'areas-for-action': 'Areas for action',
            milestones: 'Milestones',
            equalities: 'Equalities implications',
            safeguarding: 'Safeguarding implications',
            other: 'Something else',
            appendix: 'Appendix',
          },
        },
        title: { label: 'Heading', help: 'Without its number.' },
        paragraphs: {
          label: 'Paragraphs',
          help: 'One row for what is cited by one number.',
          row: 'Paragraph',
          fields: {
            anchor: {
              label: 'Name',
              help: 'Only where something refers to it: {section/vision/early-help}.',
            },
            body: { label: 'Text', help: 'One thought.' },
          },
        },
      },
    },
    milestones: {
      label: 'Milestones',
      help: 'Shown as a table where the section of milestones stands.',
      row: 'Milestone',
      fields: {
        what: { label: 'What', help: 'What is there by then.' },
        due: { label: 'By', help: 'The day.' },
        who: { label: 'Who', help: 'A post or a team, never the name of a person.' },
      },
    },
    sentTo: {
      label: 'Sent to',
      help: 'Who got it.',
      row: 'Recipient',
      fields: {
        whom: { label: 'Whom', help: 'A body or a group, never the name of a person.' },
        on: { label: 'On', help: 'The day.' },
      },
    },
    decisions: { label: 'Decisions', help: 'How it was approved.' },
    consultations: { label: 'Consultations', help: 'Where people were asked about it.' },
    evidence: { label: 'Evidence', help: 'What it stands on.' },
    attachments: { label: 'Documents', help: 'PDF documents that belong to it.' },
  },
});
