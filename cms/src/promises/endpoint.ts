/** `GET /api/progress-report?on=2026-03-31`: how every promise stood at the end of a day, as a page to print. */
import { isDay, londonDay } from '@charterpress/shared/domain/london-time.ts';
import { boardReport } from '@charterpress/shared/domain/promises/board-report.ts';
import { may } from '@charterpress/shared/roles.ts';
import words from '@charterpress/shared/strings/board-report.json' with { type: 'json' };
import type { Endpoint, PayloadRequest } from 'payload';
import { rolesOf } from '../access/collections.ts';
import { titlesOf } from '../admin/titles.ts';
import { refuse } from '../publishing/asked.ts';
import { notAllowed } from '../publishing/sentences.ts';
import { reportPage } from './page.ts';
import { publishedPromises } from './published.ts';

export const progressReport: Endpoint = {
  path: '/progress-report',
  method: 'get',
  handler: answer,
};

async function answer(req: PayloadRequest): Promise<Response> {
  if (!may(rolesOf(req), 'read', 'actions')) return refuse(403, notAllowed());
  const now = new Date();
  const today = londonDay(now.toISOString());
  const asked = req.searchParams.get('on') ?? today;
  if (!isDay(asked)) return refuse(422, words.refused.notADay);
  if (asked > today) return refuse(422, words.refused.toCome);
  const report = boardReport(asked, await publishedPromises(req.payload));
  const actions = [...report.pledges.flatMap((pledge) => pledge.actions), ...report.others];
  const cited = actions.flatMap(({ reports }) => reports.flatMap(({ evidence }) => evidence));
  return reportPage(report, { titles: await titlesOf(req.payload, cited), now });
}
