import {
  findOrganization,
  type Statement,
} from '@ict-assurance/backstage-plugin-dora-compliance-common';
import { z } from 'zod';
import { ownerPlace } from '../place';
import type { GithubAnswers } from './GithubAnswers';
import { listShape } from './pages';

const Flag = z.boolean().nullish();

/** What GitHub reports depends on the rights: a field that is absent is not "no". */
export const OrganizationAnswer = z.looseObject({
  login: z.string().min(1),
  two_factor_requirement_enabled: Flag,
  default_repository_permission: z.string().nullish(),
  members_can_create_repositories: Flag,
  members_can_create_public_repositories: Flag,
  members_can_create_private_repositories: Flag,
  members_can_fork_private_repositories: Flag,
  members_can_change_repo_visibility: Flag,
  members_can_delete_repositories: Flag,
  members_can_invite_outside_collaborators: Flag,
  web_commit_signoff_required: Flag,
});

/** Accounts of which only the number is kept in evidence. */
export const Accounts = listShape(z.looseObject({ login: z.string().min(1) }));

type OrganizationAnswer = z.output<typeof OrganizationAnswer>;

/**
 * The account that owns the repository. The repository itself reports whether that is
 * an organization or a person: 404 could also mean that a right is missing.
 */
export function readOrganization(answers: GithubAnswers): Statement[] {
  const { repository } = answers;
  if (!repository) {
    return [];
  }
  const { login, type } = repository.owner;
  const { subject } = ownerPlace(findOrganization(repository.html_url));
  if (type === 'User') {
    return [
      answers.observed('organization-settings-observed', [subject], {
        complete: true,
        name: login,
        account: 'person',
      }),
    ];
  }
  const answer = answers.one(/^org:$/, OrganizationAnswer);
  const { counts, hidden } = countAccounts(answers);
  return [
    answers.observed('organization-settings-observed', [subject], {
      ...answers.completeness([
        ...(answer ? listHidden(answer) : []),
        ...describeRefused(login, hidden),
      ]),
      name: login,
      account: 'organization',
      ...(answer && toSettings(answer)),
      ...counts,
    }),
  ];
}

/** Lists of accounts, of which only the number is kept in evidence. */
const LISTS = [
  ['owners', 'members', 'role=admin'],
  ['membersWithoutTwoFactor', 'members', 'filter=2fa_disabled'],
  ['outsidersWithoutTwoFactor', 'outside_collaborators', 'filter=2fa_disabled'],
] as const;

/** A list that is broken off, or kept from all but owners, is no number. */
function countAccounts(answers: GithubAnswers) {
  const counts: Record<string, number> = {};
  const hidden: string[] = [];
  for (const [name, path, query] of LISTS) {
    const at = new RegExp(`^org:/${path}$`);
    const list = answers.within(query);
    if (list.matching(at).length === 0 && list.asked(at)) {
      hidden.push(`${path}?${query}`);
    } else if (answers.document.complete) {
      counts[name] = list.list(at, Accounts).length;
    }
  }
  return { counts, hidden };
}

/** Whether two factors are required is reported to owners, as most settings are. */
function listHidden({
  login,
  two_factor_requirement_enabled: told,
}: OrganizationAnswer): string[] {
  return typeof told === 'boolean'
    ? []
    : [
        `GitHub reports the settings of the organization ${login} only to its owners: two_factor_requirement_enabled is missing. Use a token of an owner with the scope admin:org, or an app with the organization permission Administration: read`,
      ];
}

function describeRefused(login: string, lists: readonly string[]): string[] {
  return lists.length > 0
    ? [
        `GitHub lists the accounts of the organization ${login} without two factors only to its owners: ${lists.join(
          ', ',
        )} was refused. Use a token of an owner with the scope admin:org`,
      ]
    : [];
}

function toSettings(answer: OrganizationAnswer) {
  const settings = {
    requiresTwoFactor: answer.two_factor_requirement_enabled,
    defaultRepositoryPermission: answer.default_repository_permission,
    membersMayCreateRepositories: answer.members_can_create_repositories,
    membersMayCreatePublicRepositories:
      answer.members_can_create_public_repositories,
    membersMayCreatePrivateRepositories:
      answer.members_can_create_private_repositories,
    membersMayForkPrivateRepositories:
      answer.members_can_fork_private_repositories,
    membersMayChangeVisibility: answer.members_can_change_repo_visibility,
    membersMayDeleteRepositories: answer.members_can_delete_repositories,
    membersMayInviteOutsiders: answer.members_can_invite_outside_collaborators,
    requiresSignOff: answer.web_commit_signoff_required,
  };
  return Object.fromEntries(
    Object.entries(settings).filter(
      ([, value]) => value !== null && value !== undefined,
    ),
  );
}
