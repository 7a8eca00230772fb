import { mkdirSync, mkdtempSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { readSettings } from '@charterpress/cms/scripts/settings.ts';
import { authored, readSamples } from '@charterpress/cms/src/seeding/sample-content.ts';
import { readTrust } from '@charterpress/shared/trust.ts';
import { describe, expect, it } from 'vitest';

const lines = {
  name: 'name: Our Children’s Trust',
  area: 'area: Swale',
  sample: 'sample: true',
  languages: 'languages: [en, pl]',
  districts: 'districts: []',
  neighbours: 'neighbours: []',
  emergency: 'emergency: [{ telephone: "999", name: Police }]',
  colours: 'colours: { brand: "#0b4f52", accent: "#f2a93b" }',
  logo: 'logo: logo.svg',
  licence: 'licence: { name: Open, url: "https://example.org/" }',
};

const read = (changed: Partial<typeof lines>) =>
  readTrust('ours', Object.values({ ...lines, ...changed }).join('\n'));

describe('the configuration of a trust', () => {
  it('is what its file says, and the name of its folder', () => {
    expect(read({})).toMatchObject({ folder: 'ours', area: 'Swale', languages: ['en', 'pl'] });
  });

  it.each([
    ['a colour by its name', { colours: 'colours: { brand: teal, accent: "#f2a93b" }' }],
    ['a colour that YAML takes for a comment', { colours: 'colours:\n  brand: #0b4f52' }],
  ])('with %s says how colours are written', (_, changed) => {
    expect(() => read(changed)).toThrow(
      'shared/trusts/ours/trust.yaml cannot be used.\ncolours.brand: write a colour in quotation marks, like "#0b5c5e"',
    );
  });

  it('refuses a colour on which white cannot be read, and says by how much', () => {
    const light = 'colours: { brand: "#ffee00", accent: "#f2a93b" }';
    expect(() => read({ colours: light })).toThrow(
      'colours.brand: take a darker colour: white text on #ffee00 has a contrast of 1.2 to 1',
    );
    const dark = 'colours: { brand: "#5a5a5a", accent: "#f2a93b" }';
    expect(() => read({ colours: dark })).toThrow('a contrast of 6.9 to 1, and needs 8');
  });

  it('with an unknown language says which are known', () => {
    expect(() => read({ languages: 'languages: [en, xx]' })).toThrow(
      /languages: take "xx" out, or add it to languages\.ts\. Known: en, ar, .*ur/,
    );
  });

  it('has English first, and no language twice', () => {
    expect(() => read({ languages: 'languages: [pl, en]' })).toThrow('put "en" first');
    expect(() => read({ languages: 'languages: [en, pl, pl]' })).toThrow('"pl" stands there twice');
  });

  it('names what is missing, and what it does not know', () => {
    expect(() => read({ area: 'aera: Swale' })).toThrow(
      'area: is missing\naera: there is no such key; mend its spelling or take it out',
    );
  });

  it('names the emergency services in languages that there are', () => {
    const emergency = 'emergency: [{ telephone: "999", name: Police, names: { polski: Policja } }]';
    expect(() => read({ emergency })).toThrow('"polski" is none of languages.ts');
  });

  it.each([
    [
      'a district beside none',
      '{ slug: swale, name: Swale, next: [medway] }',
      'swale has "medway"',
    ],
    [
      'a district beside itself',
      '{ slug: swale, name: Swale, next: [swale] }',
      'swale has "swale"',
    ],
    ['a district like a list', '{ slug: near, name: Near }', 'call "near" otherwise'],
    [
      'a district twice',
      '{ slug: swale, name: Swale }, { slug: swale, name: Sheppey }',
      '"swale" stands there twice',
    ],
  ])('refuses %s, and says which', (_, district, why) => {
    expect(() => read({ districts: `districts: [${district}]` })).toThrow(`districts: ${why}`);
  });

  it.each([
    ['an outcode in small letters', 'me10: [swale]', '"me10" is no first half of a postcode'],
    ['a whole postcode', '"ME10 4AA": [swale]', '"ME10 4AA" is no first half of a postcode'],
    ['an outcode elsewhere', 'ME10: [medway]', 'ME10 is in "medway"'],
  ])('refuses %s, and says which', (_, outcode, why) => {
    const districts = `districts: [{ slug: swale, name: Swale }]\noutcodes: { ${outcode} }`;
    expect(() => read({ districts })).toThrow(`outcodes: ${why}`);
  });

  it('that is broken YAML says in which file and line', () => {
    expect(() => read({ districts: 'districts: [' })).toThrow(
      /shared\/trusts\/ours\/trust\.yaml cannot be used\.\n.*at line 6/,
    );
  });
});

describe('starting', () => {
  it('with a trust that there is no folder for says which there are, before anything is built', () => {
    expect(() => readSettings({ TRUST: 'atlantis' })).toThrow(
      /TRUST is "atlantis"\. Set it to a folder of shared\/trusts: .*kent, .*leicestershire/,
    );
  });
});

describe('a file of sample content', () => {
  it('that is broken YAML is named, with the line', () => {
    const folder = trustWith('about.en.yaml', 'title: [About us');
    expect(() => readSamples(folder, ['en'])).toThrow(
      /content\/pages\/about\.en\.yaml is not YAML that can be read\. .*at line 1/,
    );
  });

  it('with a field that its kind does not have is named, with the fields that there are', () => {
    const folder = trustWith('about.en.yaml', 'titel: About us');
    expect(() => readSamples(folder, ['en'])).toThrow(
      /content\/pages\/about\.en\.yaml says "titel", and pages have no such field\. .*title, summary/,
    );
  });

  it('in a language that the trust does not publish in is not read', () => {
    const folder = trustWith('about.en.yaml', 'title: About us');
    writeFileSync(path.join(folder, 'content/pages/about.pl.yaml'), 'title: O nas');
    const translated = (languages: readonly string[]) =>
      readSamples(folder, languages).map(({ translations }) => Object.keys(translations));
    expect(translated(['en', 'pl'])).toEqual([['pl']]);
    expect(translated(['en'])).toEqual([[]]);
  });

  it('with a reference to nothing is named, before what is wrong in it', () => {
    const folder = trustWith('about.en.yaml', 'title: About us\nbody: "[help](guides/centres)"');
    const [about] = readSamples(folder, ['en']);
    const resolve = (kind: string, slug: string): string => {
      throw new Error(`There is no ${kind}/${slug}.`);
    };
    expect(() => authored(about as never, { today: '2026-11-02', resolve })).toThrow(
      'content/pages/about.en.yaml cannot be used. There is no guides/centres.',
    );
  });
});

function trustWith(file: string, yaml: string): string {
  const folder = mkdtempSync(path.join(tmpdir(), 'charterpress-trust-'));
  mkdirSync(path.join(folder, 'content/pages'), { recursive: true });
  writeFileSync(path.join(folder, 'content/pages', file), yaml);
  return folder;
}
