/** What `astro build` writes beside the pages: the same as data, images, and the map of former addresses for whoever serves the files. */
import { mkdir, readFile, writeFile } from 'node:fs/promises';
import path from 'node:path';
import { fileURLToPath } from 'node:url';
import { SOURCE_LANGUAGE } from '@charterpress/shared/languages.ts';
import { checkAt } from '../../press/checks.ts';
import { drawPictures, putPictures } from '../../press/draw-pictures.ts';
import { env } from '../../press/env.ts';
import { fetchImage } from '../../press/images.ts';
import { MOVES_FILE } from '../../press/moves-file.ts';
import { notToBeKept, SENSITIVE_FILE } from '../../press/sensitive-file.ts';
import { SHORT_FILE } from '../../press/short-file.ts';
import { dataAt, isData } from '../twins/data.ts';
import { filePath } from '../views/picture.ts';
import { readable } from '../views/reading.ts';
import type { Content } from './content.ts';
import { contentFromGraphql, movesFromGraphql, shortAddressesFromGraphql } from './from-graphql.ts';
import { fileOfPath, type Route, siteRoutes } from './routes.ts';

/** Returns what to tell whoever builds. */
export async function writeStaticFiles(folder: URL): Promise<readonly string[]> {
  const moves = await movesFromGraphql();
  await writeFile(new URL(MOVES_FILE, folder), JSON.stringify(moves));
  const short = await shortAddressesFromGraphql();
  await writeFile(new URL(SHORT_FILE, folder), JSON.stringify(short));
  const content = await contentFromGraphql();
  const sensitive: { path: string; links: readonly string[] }[] = [];
  for (const route of siteRoutes(content)) {
    if (isData(route)) await writeData(content, route, folder);
    const links = await sensitiveLinks(route.path, folder);
    if (links !== null) sensitive.push({ path: route.path, links });
  }
  await writeFile(new URL(SENSITIVE_FILE, folder), JSON.stringify(notToBeKept(sensitive)));
  const pictures = path.join(env.dataDir, 'site-cache/pictures');
  const { sentences } = await drawPictures(env, pictures);
  putPictures(env, pictures, fileURLToPath(folder));
  const images = imagePaths(content);
  if (env.pressKey === null && images.length > 0) {
    return [...sentences, `${images.length} images are missing. Set PRESS_KEY, and build again.`];
  }
  await mkdir(new URL('files/', folder), { recursive: true });
  for (const image of images) await writeImage(image, folder);
  return sentences;
}

/** What a sensitive page leads to and loads; `null` of another. */
async function sensitiveLinks(path: string, folder: URL): Promise<readonly string[] | null> {
  const text = await readFile(new URL(fileOfPath(path), folder), 'utf8');
  // Reading a page in full takes long, and few have a script.
  if (!text.includes('<script defer')) return null;
  const { links, scripts } = checkAt(path, () => text, env.siteUrl);
  return scripts.includes('leave') ? links : null;
}

async function writeData(content: Content, route: Route, folder: URL): Promise<void> {
  const file = new URL(`.${route.path}`, folder);
  await mkdir(new URL('.', file), { recursive: true });
  await writeFile(file, dataAt(content, route));
}

function imagePaths(content: Content): readonly string[] {
  return content
    .list('media', SOURCE_LANGUAGE)
    .flatMap(
      ({ document }) =>
        readable(content, { kind: 'media', document, language: SOURCE_LANGUAGE })?.content.file ??
        [],
    )
    .map(filePath);
}

async function writeImage(path: string, folder: URL): Promise<void> {
  const bytes = await fetchImage(path.slice('/files/'.length), env);
  if (bytes === null) {
    throw new Error(`The CMS at ${env.cmsUrl} has no bytes for ${path}. Publish that image again.`);
  }
  await writeFile(new URL(`.${path}`, folder), bytes);
}
