import { createWords } from '../language/createWords';

export const { form, all } = createWords('en');

/** A number and what is counted: `1 gap`, `2 gaps`. */
export function count(number: number | undefined, one: string): string {
  return `${number} ${form(number, { one, other: `${one}s` })}`;
}

/** `2026-03-31T12:00:00.000Z` as `2026-03-31 12:00 UTC`. */
export function moment(instant: string): string {
  return String(instant).replace(/T(\d\d:\d\d):[^]*$/, ' $1 UTC');
}

/** `from 2026-03-31 12:00 UTC to 2026-03-31 13:00 UTC`, or `since ...`. */
export function period(from: string, to: string | undefined): string {
  return to ? `from ${moment(from)} to ${moment(to)}` : `since ${moment(from)}`;
}

/** `critical-or-important` as people say it. */
export function level(criticality: string): string {
  return String(criticality).replaceAll('-', ' ');
}

/** A person; one without any name is an empty text. */
export function person(label: string): string {
  return label || 'an unknown person';
}

/** A person at the start of a sentence. */
export function subject(label: string): string {
  return label || 'An unknown person';
}

/** A text of others, to be followed by a period of ours. */
export function withoutPeriod(text: string): string {
  return String(text).replace(/(?<![.\s])[.\s]+$/, '');
}

/** A title within a sentence; abbreviations keep their capitals. */
export function inSentence(title: string): string {
  return /^[A-Z][a-z]/.test(title)
    ? title.charAt(0).toLowerCase() + title.slice(1)
    : title;
}
