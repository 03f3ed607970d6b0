import {
  type Reason,
  RecordField,
  recordFields,
} from '@ict-assurance/backstage-plugin-dora-compliance-common';

type Param = Reason['params'][string] | undefined;

/** A word and what it is about, or nothing where there is nothing. */
export function inWords(word: string, param: Param): string {
  return param ? `${word} ${param}` : '';
}

/** What somebody wrote, to be followed by a full stop of ours. */
export function withoutStop(param: Param): string {
  return String(param).replace(/[.\s]+$/, '');
}

/** `critical-or-important` as people say it. */
export function levelInWords(param: Param): string {
  return String(param).replace(/-/g, ' ');
}

/** `continuity,support` as `RTO and RPO and end of support`. */
export function recordFieldsInWords(param: Param): string {
  const titles = String(param).split(',').map(titleOf);
  const last = titles.pop();
  return titles.length > 0 ? `${titles.join(', ')} and ${last}` : `${last}`;
}

function titleOf(name: string): string {
  const field = RecordField.safeParse(name);
  return field.success ? withoutCapital(recordFields[field.data].title) : name;
}

/** Within a sentence; abbreviations keep their capitals. */
function withoutCapital(title: string): string {
  return /^[A-Z][a-z]/.test(title)
    ? title.charAt(0).toLowerCase() + title.slice(1)
    : title;
}
