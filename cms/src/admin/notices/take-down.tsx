'use client';
/** One press takes a notice down: it is quicker to put it up again than to ask twice while parents are misled. */
import words from '@charterpress/shared/strings/notices.json' with { type: 'json' };
import { Button, toast } from '@payloadcms/ui';
import { useRouter } from 'next/navigation';
import { filled } from '../../words/filled.ts';
import { ask } from '../asking.ts';

const { screen } = words;

export function TakeDown({ document, title }: { document: string; title: string }) {
  const router = useRouter();
  const takeDown = async () => {
    const address = `/api/urgent-notices/${document}/take-down`;
    const answer = await ask({ method: 'POST', address, unreachable: screen.failed });
    for (const sentence of answer.sentences) toast.error(sentence);
    router.refresh();
  };
  return (
    <Button
      aria-label={filled(screen.takeDownNamed, { title })}
      buttonStyle="secondary"
      onClick={() => void takeDown()}
      size="small"
    >
      {screen.takeDown}
    </Button>
  );
}
