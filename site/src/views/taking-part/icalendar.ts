/**
 * Calendars as other programs read them: iCalendar, RFC 5545. Moments are in UTC, so no rules of summer time come along.
 * Own code, since what is needed is small and the library at hand (ical-generator 11.1) leaves names of calendars
 * unescaped, and has no place for the language of a text.
 */

export type CalendarEvent = {
  /** The same for ever and in every language: who follows two calendars sees the event once. */
  readonly uid: string;
  /** Of the edition that says it. ISO 8601 moments, as are the others. */
  readonly stamp: string;
  /** Greater each time it changes. */
  readonly sequence: number;
  readonly begins: string;
  readonly ends: string | null;
  readonly title: string;
  /** The tag of the language that the title is in. */
  readonly titleIn: string;
  readonly about: string;
  readonly where: string | null;
  readonly url: string;
  readonly cancelled: boolean;
};

export function icalendar(name: string, events: readonly CalendarEvent[]): string {
  const lines = [
    'BEGIN:VCALENDAR',
    'VERSION:2.0',
    'PRODID:-//Charterpress//Charterpress//EN',
    `NAME:${escaped(name)}`,
    `X-WR-CALNAME:${escaped(name)}`,
    'REFRESH-INTERVAL;VALUE=DURATION:PT12H',
    ...(events.length === 0 ? londonClock : events.flatMap(linesOf)),
    'END:VCALENDAR',
  ];
  return lines.map((line) => `${folded(line)}\r\n`).join('');
}

/** A calendar has to hold something (section 3.6): where nothing is planned yet, the clock that its events will go by. */
const londonClock = [
  ...['BEGIN:VTIMEZONE', 'TZID:Europe/London'],
  ...['BEGIN:STANDARD', 'DTSTART:19961027T020000', 'RRULE:FREQ=YEARLY;BYMONTH=10;BYDAY=-1SU'],
  ...['TZOFFSETFROM:+0100', 'TZOFFSETTO:+0000', 'TZNAME:GMT', 'END:STANDARD'],
  ...['BEGIN:DAYLIGHT', 'DTSTART:19810329T010000', 'RRULE:FREQ=YEARLY;BYMONTH=3;BYDAY=-1SU'],
  ...['TZOFFSETFROM:+0000', 'TZOFFSETTO:+0100', 'TZNAME:BST', 'END:DAYLIGHT'],
  'END:VTIMEZONE',
];

function linesOf(event: CalendarEvent): readonly string[] {
  return [
    'BEGIN:VEVENT',
    `UID:${escaped(event.uid)}`,
    `DTSTAMP:${utc(event.stamp)}`,
    `LAST-MODIFIED:${utc(event.stamp)}`,
    `SEQUENCE:${event.sequence}`,
    `DTSTART:${utc(event.begins)}`,
    ...(event.ends === null ? [] : [`DTEND:${utc(event.ends)}`]),
    `SUMMARY;LANGUAGE=${event.titleIn}:${escaped(event.title)}`,
    `DESCRIPTION:${escaped(event.about)}`,
    ...(event.where === null ? [] : [`LOCATION:${escaped(event.where)}`]),
    `URL:${event.url}`,
    `STATUS:${event.cancelled ? 'CANCELLED' : 'CONFIRMED'}`,
    'END:VEVENT',
  ];
}

/** `2026-06-10T18:00:00.000Z` -> `20260610T180000Z`. */
function utc(moment: string): string {
  return `${new Date(moment).toISOString().slice(0, 19).replace(/[-:]/g, '')}Z`;
}

/** Section 3.3.11. Control characters have no place in a calendar. */
function escaped(text: string): string {
  return text
    .replace(/[\\;,]/g, (mark) => `\\${mark}`)
    .replace(/\r\n|\r|\n/g, '\\n')
    .replace(/\p{Cc}/gu, '');
}

/** Section 3.1: a line is no longer than 75 octets, and what goes on begins with a space, which counts. */
const LONGEST_LINE = 75;

function folded(line: string): string {
  const pieces: string[] = [];
  let piece = '';
  let octets = 0;
  for (const character of line) {
    const more = Buffer.byteLength(character);
    if (octets + more > LONGEST_LINE) {
      pieces.push(piece);
      [piece, octets] = [' ', 1];
    }
    piece += character;
    octets += more;
  }
  return [...pieces, piece].join('\r\n');
}
