import type {
  Identity,
  Predicate,
} from '@ict-assurance/backstage-plugin-dora-compliance-common';

/** Somebody in the list of those with access. */
export type Member = Predicate<'repository-access-observed'>['members'][number];

/** Who may act past a rule or approve, as sources name them. */
type Actor = { kind: string; name: string };

/** What is no person. */
const MACHINE = /^(integration|app|deploy-?key)$/i;

/**
 * Whether a member is an actor, or one of them. Null if that is not known: nobody
 * reports who is in a team, or which role has which members.
 */
export function matchActor(
  { kind, name }: Actor,
  { account, admin }: Member,
): boolean | null {
  if (MACHINE.test(kind)) {
    return false;
  }
  if (/^user$/i.test(kind)) {
    return isNamed(account, name);
  }
  if (/^repositoryrole$/i.test(kind) && name === 'admin') {
    return admin;
  }
  return null;
}

/** Sources name users by their login, their id or their name. */
function isNamed({ login, id, name }: Identity, text: string): boolean | null {
  if ([login, id].some(one => one?.toLowerCase() === text.toLowerCase())) {
    return true;
  }
  return name === text ? null : false;
}

/** True if all are, false if one is not, otherwise unknown. */
export function areAll(...values: readonly (boolean | null)[]): boolean | null {
  if (values.includes(false)) {
    return false;
  }
  return values.includes(null) ? null : true;
}

/** True if one is, false if none is, otherwise unknown. */
export function isAny(...values: readonly (boolean | null)[]): boolean | null {
  if (values.includes(true)) {
    return true;
  }
  return values.includes(null) ? null : false;
}
