import { earlierReleases } from '../../earlierReleases';
import { releases } from '../../Release';
import { buildUser } from '../names';
import { LEAVER } from './protection';

/** Administers all repositories. */
const ADMINISTRATOR = 'pavel-dvorak';

/** Who works on what is not released. */
const others: Readonly<Record<string, readonly string[]>> = {
  'money-types': ['anna-lindqvist', 'marco-bianchi'],
};

/** Who writes and approves the changes of a service. */
export function listTeam(service: string): string[] {
  const own = [...earlierReleases, ...releases].filter(
    release => release.service === service,
  );
  const people = own.flatMap(({ author, approver }) => [author, approver]);
  return [...new Set([...people, ...(others[service] ?? [])])].sort();
}

/** Who may do what in the repository of a service. */
export function listCollaborators(service: string) {
  const leavers = service === LEAVER.service ? [LEAVER.login] : [];
  return [
    ...[...listTeam(service), ...leavers].map(login => describe(login, false)),
    describe(ADMINISTRATOR, true),
  ];
}

function describe(login: string, admin: boolean) {
  return {
    ...buildUser(login),
    role_name: admin ? 'admin' : 'write',
    permissions: {
      pull: true,
      triage: true,
      push: true,
      maintain: admin,
      admin,
    },
  };
}

/** Who owns the organization. */
export function listOwners() {
  return [buildUser(ADMINISTRATOR)];
}
