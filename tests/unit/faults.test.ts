import { describe, expect, it } from 'vitest';
import { faultsIn } from '../../cms/src/admin/faults.ts';

const fields = [
  { name: 'title', label: 'Title' },
  {
    name: 'parts',
    label: 'Parts',
    labels: { singular: 'Part' },
    fields: [{ name: 'slug', label: 'Address of the part' }],
  },
  { name: 'principles', label: 'Principles' },
];

function faultsFor(problem: object): ReturnType<typeof faultsIn> {
  return faultsIn({ body: { problems: [problem] }, sentences: ['As the CMS says it.'] }, fields);
}

describe('what stands in the way of a publication', () => {
  it('is said with the words above its field', () => {
    expect(faultsFor({ field: 'title', problem: 'empty' })).toEqual([
      { path: 'title', sentence: "Fill in 'Title'." },
    ]);
  });

  it('is said with its row, counted from one', () => {
    const [fault] = faultsFor({ field: 'parts.1.slug', problem: 'slug-form', slug: 'A b' });
    expect(fault?.sentence).toContain("'Part 2: Address of the part'");
  });

  it('is said at the whole field when it is one of several references', () => {
    const [fault] = faultsFor({ field: 'principles.3', problem: 'not-a-reference' });
    expect(fault?.sentence).toContain("'Principles'");
  });

  it('is said as the CMS says it when the form has no such field', () => {
    expect(faultsFor({ field: 'file', problem: 'empty' })).toEqual([
      { path: 'file', sentence: 'As the CMS says it.' },
    ]);
  });

  it('leads nowhere when it is about a page', () => {
    expect(faultsFor({ path: '/en/', why: 'It could not be made.' })).toEqual([
      { path: null, sentence: 'As the CMS says it.' },
    ]);
  });
});
