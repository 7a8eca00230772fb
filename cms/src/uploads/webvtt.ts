/** Whether a text is WebVTT: https://www.w3.org/TR/webvtt1/. */

/** The number of the first line that is wrong; `null` when none is, and there is at least one cue. */
export function wrongLineOf(text: string): number | null {
  const lines = text.replace(/^\uFEFF/, '').split(/\r\n|\r|\n/);
  if (!/^WEBVTT($|[ \t])/.test(lines[0] ?? '')) return 1;
  let cues = 0;
  let last = 0;
  for (const [at, line] of lines.entries()) {
    if (!line.includes('-->')) continue;
    const times = /^([\d:.]+)[ \t]+-->[ \t]+([\d:.]+)(?:[ \t]+\S+)*[ \t]*$/.exec(line);
    const [from, to] = [secondsIn(times?.[1]), secondsIn(times?.[2])];
    if (from === null || to === null || to <= from || from < last) return at + 1;
    last = from;
    cues += 1;
  }
  return cues === 0 ? lines.length : null;
}

/** "01:02:03.400" or "02:03.400". */
function secondsIn(time: string | undefined): number | null {
  const [, hours = '0', minutes, seconds] =
    /^(?:(\d{2,}):)?([0-5]\d):([0-5]\d\.\d{3})$/.exec(time ?? '') ?? [];
  if (minutes === undefined || seconds === undefined) return null;
  return Number(hours) * 3600 + Number(minutes) * 60 + Number(seconds);
}
