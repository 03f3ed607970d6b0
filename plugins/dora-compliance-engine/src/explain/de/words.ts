import { createWords } from '../language/createWords';

export const { form, all } = createWords('de');

/** The forms of a word that is counted, in the case that the sentence needs. */
type Counted = { one: string; other: string };

const numbers = new Intl.NumberFormat('de');
const moments = new Intl.DateTimeFormat('de', {
  ...{ day: '2-digit', month: '2-digit', year: 'numeric' },
  ...{ hour: '2-digit', minute: '2-digit', timeZone: 'UTC' },
});
const days = new Intl.DateTimeFormat('de', {
  ...{ day: '2-digit', month: '2-digit', year: 'numeric', timeZone: 'UTC' },
});

/** `12.000`; what is no number stays as it is. */
export function number(value: number | undefined): string {
  const known = Number(value);
  return Number.isNaN(known) ? String(value) : numbers.format(known);
}

/** A number and what is counted: `1 Lücke`, `2 Lücken`. */
export function count(value: number | undefined, forms: Counted): string {
  return `${number(value)} ${form(value, forms)}`;
}

/** `1 Tag`, `2 Tage`. */
export function countDays(value: number | undefined): string {
  return count(value, { one: 'Tag', other: 'Tage' });
}

/** `2026-03-31T12:00:00.000Z` as `31.03.2026, 12:00 UTC`. */
export function moment(instant: string): string {
  return write(instant, date => `${moments.format(date)} UTC`);
}

/** `2026-03-31` as `31.03.2026`. */
export function day(text: string): string {
  return write(text, date => days.format(date));
}

/** What is no date stays as it is. */
function write(text: string, format: (date: Date) => string): string {
  const date = new Date(text);
  return Number.isNaN(date.getTime()) ? String(text) : format(date);
}

/** `vom ... bis zum ...`, or `seit dem ...`. */
export function period(from: string, to: string | undefined): string {
  return to
    ? `vom ${moment(from)} bis zum ${moment(to)}`
    : `seit dem ${moment(from)}`;
}

const levels: Readonly<Record<string, string>> = {
  'critical-or-important': 'kritisch oder wichtig',
  important: 'wichtig',
  standard: 'Standard',
};

/** A criticality as people say it. */
export function level(criticality: string): string {
  return Object.hasOwn(levels, criticality)
    ? levels[criticality]!
    : String(criticality);
}

const severities: Readonly<Record<string, string>> = {
  critical: 'kritisch',
  high: 'hoch',
  medium: 'mittel',
  low: 'niedrig',
};

/** A severity as people say it. */
export function severity(text: string): string {
  return Object.hasOwn(severities, text) ? severities[text]! : String(text);
}

const outcomes: Readonly<Record<string, string>> = {
  success: 'erfolgreich',
  failure: 'fehlgeschlagen',
  cancelled: 'abgebrochen',
  canceled: 'abgebrochen',
  skipped: 'übersprungen',
  error: 'Fehler',
  unknown: 'unbekannt',
};

/** The outcome of a run, a check or a test. */
export function outcome(text: string): string {
  return Object.hasOwn(outcomes, text) ? outcomes[text]! : String(text);
}

/** A person as the subject or the object of a sentence. */
export function person(label: string | undefined): string {
  return label || 'eine unbekannte Person';
}

/** A person at the start of a sentence. */
export function subject(label: string | undefined): string {
  return label || 'Eine unbekannte Person';
}

/** `von anna` */
export function by(label: string | undefined): string {
  return `von ${label || 'einer unbekannten Person'}`;
}

/** A text of others, to be followed by a period of ours. */
export function withoutPeriod(text: string): string {
  return String(text).replace(/(?<![.\s])[.\s]+$/, '');
}
