import type { Statement } from '@ict-assurance/backstage-plugin-dora-compliance-common';
import { z } from 'zod';
import { toIdentity, User } from '../fields';
import type { GithubAnswers } from './GithubAnswers';
import { listShape } from './pages';

export const Collaborators = listShape(
  User.extend({
    role_name: z.string(),
    permissions: z.looseObject({ admin: z.boolean(), push: z.boolean() }),
  }),
);

export const Teams = listShape(
  z.looseObject({ slug: z.string(), permission: z.string() }),
);

/** Who may do what in the repository, by whatever way they may. */
export function readAccess(answers: GithubAnswers): Statement[] {
  const { repository } = answers;
  if (!repository) {
    return [];
  }
  const path = /^\/collaborators$/;
  const all = answers.within('affiliation=all').list(path, Collaborators);
  const outside = answers
    .within('affiliation=outside')
    .list(path, Collaborators);
  const outsiders = new Set(outside.map(({ login }) => login));
  const isOfOrganization = repository.owner.type === 'Organization';
  const teams = answers.list(/^\/teams$/, Teams);
  return [
    answers.observation('repository-access-observed', repository, {
      ...answers.completeness(),
      members: all.map(member => ({
        account: toIdentity(member, repository),
        role: member.role_name,
        admin: member.permissions.admin,
        mayWrite: member.permissions.push,
        ...(isOfOrganization && { external: outsiders.has(member.login) }),
      })),
      ...(isOfOrganization && {
        teams: teams.map(({ slug, permission }) => ({
          name: slug,
          role: permission,
        })),
      }),
    }),
  ];
}
