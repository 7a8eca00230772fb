/** For which day a progress report is made. The report itself is a page to print, and opens beside this. */
import { londonDay } from '@charterpress/shared/domain/london-time.ts';
import words from '@charterpress/shared/strings/board-report.json' with { type: 'json' };
import type { AdminViewServerProps } from 'payload';
import { Screen } from '../screen.tsx';

export function ReportScreen(props: AdminViewServerProps) {
  const today = londonDay(new Date().toISOString());
  return (
    <Screen {...props} className="desk-progress-report">
      <h1>{words.screen.title}</h1>
      <p>{words.screen.help}</p>
      <form
        action="/api/progress-report"
        className="desk-audit__filter"
        target="_blank"
        rel="noopener"
      >
        <label htmlFor="desk-progress-day">{words.screen.day}</label>
        <input
          defaultValue={today}
          id="desk-progress-day"
          max={today}
          name="on"
          required
          type="date"
        />
        <button type="submit">{words.screen.make}</button>
      </form>
    </Screen>
  );
}
