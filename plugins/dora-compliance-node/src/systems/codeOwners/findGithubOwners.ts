import { matchesSegments } from './matchesSegments';
import { splitOwnerLine } from './splitOwnerLine';

/**
 * What GitHub says is wrong with a line, counted from 1.
 *
 * @public
 */
export type GithubOwnersError = {
  readonly line: number;
  readonly column: number;
  readonly kind: string;
};

/** Accounts, teams and addresses. */
const OWNER = /^(?:@[^@\s]+|[^@\s]+@[^@\s]+)$/;

/**
 * The owners of a path by the text of CODEOWNERS, as GitHub assigns them: the last
 * line that matches counts, also if it names nobody. GitHub ignores a line with an
 * error, and an owner that does not exist or may not write.
 *
 * @public
 */
export function findGithubOwners(
  text: string,
  path: string,
  errors: readonly GithubOwnersError[] = [],
): string[] {
  let owners: string[] = [];
  text.split(/\r?\n/).forEach((line, index) => {
    const words = splitOwnerLine(line);
    const comment = words.findIndex(({ text: word }) => word.startsWith('#'));
    const [pattern, ...names] = comment < 0 ? words : words.slice(0, comment);
    const wrong = errors.filter(error => error.line === index + 1);
    const unknown = names.filter(({ column }) =>
      wrong.some(error => error.column === column && !isInvalid(error)),
    );
    if (
      pattern &&
      unknown.length === wrong.length &&
      names.every(({ text: name }) => OWNER.test(name)) &&
      matchesPattern(path, pattern.text)
    ) {
      owners = names
        .filter(name => !unknown.includes(name))
        .map(({ text: name }) => name);
    }
  });
  return owners;
}

/** Whether the whole line is wrong, and not only one of its owners. */
function isInvalid({ kind }: GithubOwnersError): boolean {
  return !/^un\w+ owner$/i.test(kind);
}

/** Negation and character ranges are not supported by GitHub: such lines are ignored. */
function matchesPattern(path: string, pattern: string): boolean {
  return (
    !/^!|\[|\*\*\*|^\/$/.test(pattern) &&
    matchesSegments(path, toSegments(pattern))
  );
}

function toSegments(pattern: string): string[] {
  const segments = pattern.split('/');
  const isAnchored = segments[0] === '';
  const written = isAnchored ? segments.slice(1) : segments;
  const names = written.filter(
    (name, at) => name !== '' || at === written.length - 1,
  );
  const isAnywhere =
    !isAnchored && names.filter(name => name !== '').length === 1;
  return [...(isAnywhere ? ['**'] : []), ...withContents(names)];
}

/** A folder contains all files below it; `*` does not reach below. */
function withContents(names: readonly string[]): string[] {
  const last = names.at(-1);
  if (last === '' || last === '**') {
    return [...names.slice(0, -1), '*', '**'];
  }
  return last === '*' ? [...names] : [...names, '**'];
}
