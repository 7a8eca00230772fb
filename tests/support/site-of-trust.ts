/** What holds for the site of every trust, with all of its sample content: asked of the system that a test started. */
import { mkdtempSync, readdirSync, readFileSync, realpathSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join, relative } from 'node:path';
import { beforeAll, describe, expect, it } from 'vitest';
import { astroBuild } from './astro-build.ts';
import { sampleTrust } from './sample-editions.ts';
import type { System } from './system.ts';

export type Expected = {
  /** The name of its folder. */
  readonly name: string;
  /** How many principles it has numbered. */
  readonly principles: number;
  readonly districts: number;
  /** What only another trust says. */
  readonly other: RegExp;
};

/** What the server of the site goes by: where addresses lead on, and what no browser may keep. */
const forServers = ['_moves.json', '_sensitive.json'];

/** Begins before anything was changed in the system. */
export function describeSite(expected: Expected, system: () => System): void {
  const { name, principles, districts, other } = expected;
  const trust = sampleTrust(name);
  let released: ReadonlyMap<string, Buffer>;
  let pages: readonly string[];

  function page(path: string): Promise<Response> {
    return fetch(`${system().siteUrl}${path}`, { redirect: 'manual' });
  }

  describe(`the site of ${name}`, () => {
    beforeAll(() => {
      released = filesOf(realpathSync(join(system().dataDir, 'releases/current')));
      const html = [...released].filter(([path]) => path.endsWith('.html'));
      pages = html.map(([, bytes]) => `${bytes}`);
    });

    it('speaks of its own name, districts and neighbours', async () => {
      const home = await (await page('/en/')).text();
      const own = [trust, ...trust.districts, ...trust.neighbours].map((each) => each.name);
      expect(own.filter((words) => !home.includes(words))).toEqual([]);
    });

    it('shows the charter in each of its languages', async () => {
      const answers = await Promise.all(trust.languages.map((tag) => page(`/${tag}/charter/`)));
      expect(answers.map(({ status }) => status)).toEqual(trust.languages.map(() => 200));
      const words = await Promise.all(answers.map((answer) => answer.text()));
      const tags = words.map((each) => /<html[^>]* lang="([^"]+)"/.exec(each)?.[1]);
      expect(tags).toEqual(trust.languages);
    });

    it('wears its own colours on every page', async () => {
      // A booklet is whole by itself, in black and white.
      const inColour = pages.filter((words) => words.includes('<link rel="stylesheet"'));
      const styles = inColour.map((words) => /<style>(.*?)<\/style>/.exec(words)?.[1]);
      const { accent, brand } = trust.colours;
      expect([...new Set(styles)]).toEqual([`:root{--brand:${brand};--accent:${accent}}`]);
    });

    it('is made by plain astro build from the CMS’s GraphQL alone, byte for byte', async () => {
      const built = await builtByAstro(system(), name);
      expect(differing(built, released)).toEqual([]);
      expect([...built.keys()]).toEqual(
        expect.arrayContaining(['index.html', 'robots.txt', 'sitemap.xml', ...forServers]),
      );
    });

    it('has a page for each principle that is numbered, and links to no other', async () => {
      const numbered = [...released.keys()].filter((path) =>
        /^en\/principles\/\d+\/index\.html$/.test(path),
      );
      expect(numbered).toHaveLength(principles);
      const linked = pages.flatMap((words) => words.match(/href="\/en\/principles\/\d+\//g) ?? []);
      expect(new Set(linked).size).toBe(principles);
      expect((await page('/en/principles/')).ok).toBe(principles > 0);
    });

    it('says nothing of the other trust', () => {
      expect(trust.districts).toHaveLength(districts);
      expect(pages.filter((words) => other.test(words))).toEqual([]);
    });
  });
}

/** Every file of a folder that readers see, by its path; compressed copies aside. */
function filesOf(folder: string): ReadonlyMap<string, Buffer> {
  const entries = readdirSync(folder, { recursive: true, withFileTypes: true });
  const files = entries.filter((entry) => entry.isFile() && !/\.(br|gz)$/.test(entry.name));
  const paths = files.map((entry) => join(entry.parentPath, entry.name));
  return new Map(paths.map((path) => [relative(folder, path), readFileSync(path)]));
}

function differing(
  one: ReadonlyMap<string, Buffer>,
  other: ReadonlyMap<string, Buffer>,
): readonly string[] {
  const paths = new Set([...one.keys(), ...other.keys()]);
  return [...paths].filter((path) => !one.get(path)?.equals(other.get(path) ?? Buffer.alloc(0)));
}

/** Answers the files that plain `astro build` makes of what the system published. */
async function builtByAstro(system: System, trust: string): Promise<ReadonlyMap<string, Buffer>> {
  const { PRESS_KEY = '', SITE_ADDRESS } = system.environment();
  // Astro moves what it made to where it belongs, which only works within one disk.
  const dataDir = mkdtempSync(join(tmpdir(), 'charterpress-static-'));
  const { said, code } = await astroBuild({
    ...{ TRUST: trust, CMS_URL: system.cmsUrl, DATA_DIR: dataDir },
    ...{ SITE_URL: `http://${SITE_ADDRESS}`, PRESS_KEY },
  });
  expect(code, said).toBe(0);
  const files = filesOf(join(dataDir, 'site'));
  rmSync(dataDir, { recursive: true, force: true });
  return files;
}
