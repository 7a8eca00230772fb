const day = new Intl.DateTimeFormat('en-GB', { dateStyle: 'long', timeZone: 'Europe/London' });
const time = new Intl.DateTimeFormat('en-GB', { timeStyle: 'short', timeZone: 'Europe/London' });

/** `22 November 2026 at 14:02`, on the clock of the trust. */
export function moment(at: Date): string {
  return `${day.format(at)} at ${clock(at)}`;
}

/** `14:02` */
export function clock(at: Date): string {
  return time.format(at);
}

/** `3 May 2026`, from a calendar day. */
export function dayInWords(calendarDay: string): string {
  return day.format(new Date(`${calendarDay}T12:00:00Z`));
}
