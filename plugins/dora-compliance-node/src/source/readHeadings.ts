import { ChangeHeading } from '@ict-assurance/backstage-plugin-dora-compliance-common';
import { isFilledIn, withoutComments } from './isFilledIn';

/** By which words people call the parts of a change's description. */
const WORDS: Readonly<Record<ChangeHeading, readonly string[]>> = {
  purpose: [
    ...['purpose', 'summary', 'description', 'what', 'why', 'motivation'],
    ...['context', 'goal', 'scope', 'zweck', 'beschreibung', 'ziel', 'anlass'],
  ],
  risk: [
    ...['risk', 'risks', 'impact', 'security', 'risiko', 'risiken'],
    ...['auswirkung', 'auswirkungen', 'sicherheit'],
  ],
  rollback: [
    ...['rollback', 'roll back', 'fallback', 'fall back', 'back out'],
    ...['backout', 'revert', 'recovery', 'zurückrollen', 'rückfall'],
  ],
  ticket: [
    ...['ticket', 'tickets', 'issue', 'issues', 'work item', 'work items'],
    ...['jira', 'reference', 'references', 'vorgang'],
  ],
};

/** A heading, or a line such as `**Risk**` or `Risk:`. */
const HEADING = /^#{1,6} (.*)$/;
const BOLD = /^\*\*([^*:]{1,60}):?\*\*:?(.*)$/;
const LABEL = /^([\p{L}][\p{L} /-]{0,60}):(.*)$/u;

/**
 * Which headings of the description of a change have a text of somebody: placeholders,
 * comments and boxes that nobody ticked are none. Nothing of the text is kept.
 *
 * @public
 */
export function readHeadings(description: string): ChangeHeading[] {
  const found = new Set<ChangeHeading>();
  let open: readonly ChangeHeading[] = [];
  for (const line of withoutComments(description).split('\n')) {
    const heading = readHeading(line.trim());
    if (heading) {
      open = heading.named;
    }
    if (isFilledIn(heading ? heading.rest : line)) {
      open.forEach(one => found.add(one));
    }
  }
  return ChangeHeading.options.filter(one => found.has(one));
}

/** A line that begins a part; one of a name that nobody knows ends the part before. */
function readHeading(
  line: string,
): { named: readonly ChangeHeading[]; rest: string } | undefined {
  const [, title] = HEADING.exec(line) ?? [];
  if (title !== undefined) {
    const [, label, rest = ''] = LABEL.exec(title) ?? [];
    return { named: listNamed(label ?? title), rest };
  }
  const [, label, rest = ''] = BOLD.exec(line) ?? LABEL.exec(line) ?? [];
  const named = label === undefined ? [] : listNamed(label);
  return named.length > 0 ? { named, rest } : undefined;
}

function listNamed(title: string): ChangeHeading[] {
  const words = ` ${title
    .toLowerCase()
    .replace(/[^\p{L}]/gu, ' ')
    .replace(/ {2,}/g, ' ')
    .trim()} `;
  return ChangeHeading.options.filter(one =>
    WORDS[one].some(word => words.includes(` ${word} `)),
  );
}
