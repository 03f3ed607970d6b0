import { findOrganization } from '@ict-assurance/backstage-plugin-dora-compliance-common';
import { z } from 'zod';
import { MAINTAINER } from './accessLevel';
import { Member } from './access';
import type { PartReader } from './GitlabAnswers';
import { isOfPerson } from './listGroups';
import type { ProjectSettings } from './ProjectSettings';

/** A group as every member sees it. */
export const Group = z.looseObject({
  full_path: z.string().min(1),
  require_two_factor_authentication: z.boolean().nullish(),
});

/**
 * The top-level group of a project, or the account of a person. A GitLab below a path
 * of its server has its groups elsewhere in the address: nothing is read of it.
 */
export const readOrganization: PartReader = answers => {
  const { project } = answers;
  const name = project && findTopGroup(project, answers.document.target);
  if (!project || name === undefined) {
    return [];
  }
  const uri = findOrganization(answers.document.target);
  const group = answers.one(/^GET \/groups\/[^/]+$/, Group);
  const members = answers.all(
    /^GET \/groups\/[^/]+\/members\/all$/,
    z.array(Member),
  );
  const required = group?.require_two_factor_authentication;
  const isPerson = isOfPerson(project);
  return [
    answers.observed(
      'organization-settings-observed',
      [{ kind: 'organization', uri }],
      {
        ...answers.completeness(
          isPerson || typeof required === 'boolean'
            ? []
            : [
                `GitLab does not tell require_two_factor_authentication of the group ${name}: it takes a token of a member`,
              ],
        ),
        name,
        account: isPerson ? 'person' : 'organization',
        ...(typeof required === 'boolean' && { requiresTwoFactor: required }),
        ...(members.length > 0 &&
          answers.document.complete && {
            owners: members
              .flat()
              .filter(({ access_level: level }) => level > MAINTAINER).length,
          }),
      },
    ),
  ];
};

/** The first part of the path, if the address has it directly after the host. */
export function findTopGroup(
  project: ProjectSettings,
  target: string,
): string | undefined {
  const [name = ''] = project.path_with_namespace.split('/');
  const first = findOrganization(target).split('/').at(-1);
  return first?.toLowerCase() === name.toLowerCase() ? name : undefined;
}
