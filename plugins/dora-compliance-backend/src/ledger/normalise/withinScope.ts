import {
  reason,
  type Statement,
  type Subject,
  writeReason,
} from '@ict-assurance/backstage-plugin-dora-compliance-common';
import {
  matchesPattern,
  type Normalised,
} from '@ict-assurance/backstage-plugin-dora-compliance-node';

/** Kinds of subjects that link evidence to assets. */
const ANCHORS: readonly Subject['kind'][] = [
  'organization',
  'repository',
  'branch',
  'change',
  'pipeline',
  'entity',
];

const PIPELINE = 'urn:cicd:';

/** A name that only its sender knows: it is not in the catalog. */
const OWN_NAME = 'urn:cdevents:';

/** Longer names are outside of every scope: comparing them takes too long. */
const LONGEST_NAME = 2000;

/** More patterns of a scope are only counted. */
const MOST_PATTERNS = 5;

/**
 * What a document says, without statements outside the scope of the sender's
 * secret. A statement is within a scope if all organizations, repositories,
 * branches, changes, pipelines and entities that it names are, and if it names
 * at least one.
 *
 * @param scope - patterns; undefined for everything
 */
export function withinScope(
  said: Extract<Normalised, { outcome: 'normalised' }>,
  scope: readonly string[] | undefined,
): Normalised {
  if (!scope) {
    return said;
  }
  const statements: Statement[] = [];
  const refused = new Set<string>();
  for (const statement of said.statements) {
    const problem = findProblem(statement, scope);
    if (problem) {
      refused.add(problem);
    } else {
      statements.push(statement);
    }
  }
  if (refused.size === 0) {
    return said;
  }
  const outside = writeReason(
    reason('document-out-of-scope', {
      ...listPatterns(scope),
      problems: [...refused].join('\n'),
    }),
  );
  return statements.length === 0
    ? { outcome: 'rejected', reason: outside }
    : { ...said, statements, flaws: [...(said.flaws ?? []), outside] };
}

function findProblem(
  { type, subjects }: Statement,
  scope: readonly string[],
): string | undefined {
  const anchors = subjects.filter(
    ({ kind, uri }) =>
      ANCHORS.includes(kind) && !uri?.toLowerCase().startsWith(OWN_NAME),
  );
  if (anchors.length === 0) {
    return writeReason(reason('statement-without-anchor', { type }));
  }
  const outside = anchors.find(
    anchor => !isCovered(toScopeName(anchor), scope),
  );
  return (
    outside &&
    writeReason(
      reason('statement-outside', {
        type,
        kind: outside.kind,
        name: outside.digest ?? outside.uri ?? '',
      }),
    )
  );
}

/** Patterns have no scheme, but a user may paste an address. */
function isCovered(name: string, scope: readonly string[]): boolean {
  return (
    name.length <= LONGEST_NAME &&
    !name.split('/').includes('..') &&
    scope.some(pattern => matchesPattern(`${bareName(pattern)}/**`, `${name}/`))
  );
}

/** Compared like keys, without regard to case; a space may be encoded. */
function bareName(text: string): string {
  return text
    .toLowerCase()
    .replace(/^https?:\/\//, '')
    .replace(/(?<!\/)\/+$/, '')
    .split('/')
    .map(part => {
      const plain = decoded(part).toLowerCase();
      return plain.includes('/') ? part : plain;
    })
    .join('/');
}

/**
 * The name of a subject in the form of patterns. A subject with a digest is in
 * no scope.
 */
function toScopeName({ uri = '', digest }: Subject): string {
  const name = uri.toLowerCase();
  return digest === undefined && name.startsWith(PIPELINE)
    ? name.slice(PIPELINE.length).split(':').map(decoded).join('/')
    : bareName(digest ?? name);
}

function decoded(part: string): string {
  try {
    return decodeURIComponent(part);
  } catch {
    return part;
  }
}

function listPatterns(scope: readonly string[]) {
  const more = scope.length - MOST_PATTERNS;
  return {
    scope: scope.slice(0, MOST_PATTERNS).join(', '),
    ...(more > 0 && { more }),
  };
}
