'use client';
/** One comment with its answers, and the little forms in which staff write them. */
import words from '@charterpress/shared/strings/comments.json' with { type: 'json' };
import { useId, useState } from 'react';
import type { CommentShown } from '../comments/endpoints.ts';
import { filled } from '../words/filled.ts';
import { moment } from '../words/moment.ts';
import { say } from './comments-store.ts';

export function Thread({ address, comment }: { address: string; comment: CommentShown }) {
  const [isAnswering, setAnswering] = useState(false);
  const { answers, id, name, settled } = comment;
  const here = `${address}/${id}`;
  const send = (text: string) => say(`${here}/answers`, { text });
  return (
    <article className="desk-comment">
      <Said {...comment} />
      {answers.map((each) => (
        <Said key={each.at} {...each} />
      ))}
      {settled === null && !isAnswering && (
        <p className="desk-comment__acts">
          <button
            aria-label={filled(words.replyOf, { who: name })}
            onClick={() => setAnswering(true)}
            type="button"
          >
            {words.reply}
          </button>
          <button
            aria-label={filled(words.settleOf, { who: name })}
            onClick={() => void say(`${here}/settled`)}
            type="button"
          >
            {words.settle}
          </button>
        </p>
      )}
      {isAnswering && (
        <Writing
          close={() => setAnswering(false)}
          label={filled(words.replyWords, { who: name })}
          send={send}
        />
      )}
    </article>
  );
}

function Said({ at, name, text }: Pick<CommentShown, 'at' | 'name' | 'text'>) {
  return (
    <div>
      <p className="desk-comment__who">
        {filled(words.said, { who: name, when: moment(new Date(at)) })}
      </p>
      <p>{text}</p>
    </div>
  );
}

/** Words are given up only when the CMS has them, or when the person says so. */
export function Writing(props: {
  readonly label: string;
  readonly send: (text: string) => Promise<boolean>;
  readonly close: () => void;
}) {
  const { close, label, send } = props;
  const [text, setText] = useState('');
  const field = useId();
  const sendNow = async () => {
    if (await send(text)) close();
  };
  return (
    <div className="desk-comment__writing">
      <label htmlFor={field}>{label}</label>
      <textarea
        // biome-ignore lint/a11y/noAutofocus: it appears because the person asked to write, and this is where.
        autoFocus
        id={field}
        maxLength={2000}
        onChange={(event) => setText(event.target.value)}
        rows={3}
        value={text}
      />
      <p className="desk-comment__acts">
        <button disabled={text.trim() === ''} onClick={() => void sendNow()} type="button">
          {words.send}
        </button>
        <button onClick={close} type="button">
          {words.cancel}
        </button>
      </p>
    </div>
  );
}
