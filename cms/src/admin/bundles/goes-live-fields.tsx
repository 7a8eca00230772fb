'use client';
/** A day and a time in London, and on the night that has it twice, which one. */
import { momentOf, type Said, type Which } from '@charterpress/shared/domain/london-time.ts';
import words from '@charterpress/shared/strings/bundles.json' with { type: 'json' };
import { useId } from 'react';
import { filled } from '../../words/filled.ts';

const { screen, problems } = words;

export type Moment = { readonly day: string; readonly time: string; readonly which: Which | null };

export function saidOf({ day, time, which }: Moment): Said {
  return { wall: `${day}T${time}`, ...(which !== null && { which }) };
}

export function momentFrom({ wall, which }: Said): Moment {
  return { day: wall.slice(0, 10), time: wall.slice(11, 16), which: which ?? null };
}

export const noMoment: Moment = { day: '', time: '09:00', which: null };

/** As one text, where an answer is a text: `2027-10-31T01:30 second`. */
export function writtenMoment({ day, time, which }: Moment): string {
  return `${day}T${time}${which === null ? '' : ` ${which}`}`;
}

export function readMoment(written: string): Moment {
  const [wall = '', which = null] = written.split(' ');
  if (wall === '') return noMoment;
  const [day = '', time = ''] = wall.split('T');
  return { day, time, which: which as Which | null };
}

/** `now` in words, as the server has it. */
export function GoesLiveFields(props: {
  readonly moment: Moment;
  readonly now: string;
  readonly onChange: (moment: Moment) => void;
}) {
  const { moment, now, onChange } = props;
  const id = useId();
  const clock = momentOf({ wall: `${moment.day}T${moment.time}` });
  const never = !clock.ok && clock.problem === 'never-comes' ? clock.next.slice(11, 16) : null;
  const isTwice = !clock.ok && clock.problem === 'comes-twice';
  return (
    <fieldset aria-describedby={`${id}-help`} className="desk-moment">
      <legend className="desk-hidden">{screen.scheduleTitle}</legend>
      <label>
        {screen.day}
        <input
          onChange={(event) => onChange({ ...moment, day: event.target.value, which: null })}
          type="date"
          value={moment.day}
        />
      </label>
      <label>
        {screen.time}
        <input
          onChange={(event) => onChange({ ...moment, time: event.target.value, which: null })}
          type="time"
          value={moment.time}
        />
      </label>
      <small id={`${id}-help`}>{filled(screen.london, { now })}</small>
      {never !== null && (
        <p role="alert">{filled(problems.goesLive['never-comes'], { next: never })}</p>
      )}
      {isTwice && (
        <div className="desk-choices" role="radiogroup" aria-label={screen.which}>
          <p>{screen.which}</p>
          {(['first', 'second'] as const).map((which) => (
            <label key={which}>
              <input
                checked={moment.which === which}
                name={`${id}-which`}
                onChange={() => onChange({ ...moment, which })}
                type="radio"
              />
              {screen[which]}
            </label>
          ))}
        </div>
      )}
    </fieldset>
  );
}
