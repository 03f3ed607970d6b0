import type {
  Evidence,
  Predicate,
} from '@ict-assurance/backstage-plugin-dora-compliance-common';

/** What follows from the settings of a repository. */
type Derived = {
  reachableFromForks?: boolean;
  definitionsOwned?: boolean;
  personalTokens?: number;
};

/**
 * What an expression can't say about the settings of a repository, because it is never
 * true while something that it reads is missing.
 */
export function deriveRepository({ predicate }: Pick<Evidence, 'predicate'>) {
  const derived: Derived = {
    ...('runners' in predicate &&
      predicate.runners.length === 0 && { reachableFromForks: false }),
    ...('definitions' in predicate && findOwned(predicate)),
    ...('credentials' in predicate && countPersonal(predicate)),
  };
  return derived;
}

/**
 * A repository without pipelines has no definition that needs an owner. Where there is
 * no file, nobody owns anything.
 */
function findOwned({
  complete,
  path,
  definitions,
  ownsItself,
}: Predicate<'code-owners-observed'>): Derived {
  if (definitions.length === 0) {
    return { definitionsOwned: true };
  }
  if (definitions.some(({ owners }) => owners.length === 0)) {
    return { definitionsOwned: false };
  }
  const isOwned = ownsItself ?? (complete && !path ? false : undefined);
  return isOwned === undefined ? {} : { definitionsOwned: isOwned };
}

/** Unknown if the source does not report as whom one token acts. */
function countPersonal({
  credentials,
}: Predicate<'credentials-observed'>): Derived {
  const tokens = credentials.filter(({ kind }) => kind === 'access-token');
  const isTold = tokens.every(({ personal }) => personal !== undefined);
  const personalTokens = tokens.filter(({ personal }) => personal).length;
  return isTold || personalTokens > 0 ? { personalTokens } : {};
}
