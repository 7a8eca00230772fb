import { generatePageMetadata, RootPage } from '@payloadcms/next/views';
import type { Metadata } from 'next';
import config from '../../../../payload.config.ts';
import { importMap } from '../importMap.generated.ts';

type Address = {
  params: Promise<{ segments: string[] }>;
  searchParams: Promise<Record<string, string | string[]>>;
};

export function generateMetadata({ params, searchParams }: Address): Promise<Metadata> {
  return generatePageMetadata({ config: Promise.resolve(config), params, searchParams });
}

export default function Page({ params, searchParams }: Address) {
  return RootPage({ config: Promise.resolve(config), importMap, params, searchParams });
}
