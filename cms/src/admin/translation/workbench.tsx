'use client';
/**
 * A translation side by side with its English. Drawn only where it can listen: nothing is on the screen to be typed into
 * before what is typed is kept.
 */
import words from '@charterpress/shared/strings/workbench.json' with { type: 'json' };
import { useEffect, useState } from 'react';
import { useWork } from './bench-context.ts';
import { Hindrances } from './hindrances.tsx';
import { OpenBench } from './open-bench.tsx';
import { type Me, type WorkStore, workStore } from './work-store.ts';

export type BenchProps = {
  readonly me: Me & { readonly email: string };
  /** `<language>/<kind>/<document>` */
  readonly path: string;
  readonly languageName: string;
};

export function Workbench(props: BenchProps) {
  const { me, path } = props;
  const [store, setStore] = useState<WorkStore | null>(null);
  useEffect(() => {
    const made = workStore({ id: me.id }, path);
    setStore(made);
    return made.open();
  }, [me.id, path]);
  return store === null ? <p>{words.top.loading}</p> : <Loaded {...props} store={store} />;
}

function Loaded(props: BenchProps & { readonly store: WorkStore }) {
  const work = useWork(props.store);
  if (work.shown !== null) return <OpenBench {...props} shown={work.shown} work={work} />;
  return (
    <>
      <Hindrances work={work} />
      {work.trouble === null ? <p>{words.top.loading}</p> : <p role="alert">{work.trouble}</p>}
    </>
  );
}
