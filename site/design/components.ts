/** Every component that pages are made of. */
import { around } from './around.ts';
import type { Component } from './component.ts';
import { inLists } from './in-lists.ts';
import { inTexts } from './in-texts.ts';

export const components: readonly Component[] = [...inLists, ...inTexts, ...around];
