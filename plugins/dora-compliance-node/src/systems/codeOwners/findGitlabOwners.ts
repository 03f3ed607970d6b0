import { matchesSegments } from './matchesSegments';
import { splitOwnerLine } from './splitOwnerLine';

/** What a section says of one path. */
type Section = {
  defaults: string[];
  owners: string[];
  isExcluded: boolean;
  isOptional: boolean;
};

/** Accounts, groups, roles and addresses. */
const OWNER = /^(?:@[^@\s]+|@@[^@\s]+|[^@\s]+@[^@\s]+)$/;

/**
 * The owners of a path whose approval GitLab requires by the text of CODEOWNERS: of
 * each section that is not optional, those of the last line that matches. A path that
 * a section excludes stays excluded there.
 *
 * @public
 */
export function findGitlabOwners(text: string, path: string): string[] {
  const sections = new Map<string, Section>();
  let section = openSection(sections, '', false);
  for (const line of text.split(/\r?\n/).map(one => one.trim())) {
    const header = parseHeader(line);
    if (header) {
      section = openSection(sections, header.name, header.isOptional);
      section.defaults = listOwners(header.rest);
    } else if (line && !line.startsWith('#')) {
      readLine(section, line, path);
    }
  }
  const required = [...sections.values()].filter(
    ({ isOptional, isExcluded }) => !isOptional && !isExcluded,
  );
  return [...new Set(required.flatMap(({ owners }) => owners))];
}

function readLine(section: Section, line: string, path: string): void {
  const isExclusion = line.startsWith('!');
  const [pattern] = splitOwnerLine(isExclusion ? line.slice(1) : line);
  if (!pattern || !matchesSegments(path, toSegments(pattern.text))) {
    return;
  }
  if (isExclusion) {
    section.isExcluded = true;
    return;
  }
  const owners = listOwners(line.slice(pattern.text.length));
  section.owners = owners.length > 0 ? owners : section.defaults;
}

/** Sections of one name are one section; it is optional if each of them is. */
function openSection(
  sections: Map<string, Section>,
  name: string,
  isOptional: boolean,
): Section {
  const key = name.toLowerCase();
  const known = sections.get(key) ?? {
    defaults: [],
    owners: [],
    isExcluded: false,
    isOptional,
  };
  known.isOptional &&= isOptional;
  sections.set(key, known);
  return known;
}

/** `^[Name][2] @owner`: optional, with approvals and with owners by default. */
function parseHeader(line: string) {
  const isOptional = line.startsWith('^[');
  const from = isOptional ? 2 : 1;
  const end = line.indexOf(']');
  if (!(isOptional || line.startsWith('[')) || end < from) {
    return undefined;
  }
  const rest = line.slice(end + 1).replace(/^\[\d{0,9}\]/, '');
  return { name: line.slice(from, end), isOptional, rest };
}

function listOwners(text: string): string[] {
  return splitOwnerLine(text)
    .map(word => word.text)
    .filter(word => OWNER.test(word));
}

/** Without a slash at the beginning it matches anywhere; with one at the end, all below. */
function toSegments(pattern: string): string[] {
  const names = pattern.split('/').filter(name => name !== '');
  const last = names.at(-1);
  const within = pattern.endsWith('/') ? ['**', '*'] : [];
  // At the end, two stars are no more than one.
  const plain = last === '**' ? [...names.slice(0, -1), '*'] : names;
  return [...(pattern.startsWith('/') ? [] : ['**']), ...plain, ...within];
}
