'use client';
/** A fact within a text, by what readers see of it: its name, and its number or words. */
import desk from '@charterpress/shared/strings/desk.json' with { type: 'json' };
import { useFormFields } from '@payloadcms/ui';
import { useEffect, useState } from 'react';
import { ask } from './asking.ts';

type Fact = { readonly label?: string; readonly telephone?: string; readonly value?: string };

export function FactLabel() {
  const chosen = useFormFields(([fields]) => fields.fact?.value);
  const id = idOf(chosen);
  const [words, setWords] = useState('');
  useEffect(() => {
    if (id === null) return setWords(desk.fact.none);
    void ask({
      method: 'GET',
      address: `/api/facts/${id}?depth=0`,
      unreachable: desk.publish.unreachable,
    }).then(({ body, ok }) => setWords(ok ? wordsFor(body) : desk.fact.gone));
  }, [id]);
  return <span className="desk-fact">{words}</span>;
}

function wordsFor({ label, telephone, value }: Fact): string {
  return [label, telephone ?? value].filter(Boolean).join(', ');
}

/** Chosen in the editor it is an id; read with its document it may be the fact itself. */
function idOf(chosen: unknown): string | null {
  if (typeof chosen === 'string') return chosen;
  const { id } = (chosen ?? {}) as { id?: unknown };
  return typeof id === 'string' ? id : null;
}
