import type {
  Predicate,
  Statement,
} from '@ict-assurance/backstage-plugin-dora-compliance-common';
import { z } from 'zod';
import { Moment, toIdentity } from '../fields';
import type { GithubAnswers, RepositoryAnswer } from './GithubAnswers';
import { countedListShape, listShape } from './pages';

type Credential = Predicate<'credentials-observed'>['credentials'][number];

const DeployKey = z.looseObject({
  id: z.number().int(),
  title: z.string(),
  read_only: z.boolean(),
  created_at: Moment,
  added_by: z.string().nullish(),
  last_used: Moment.nullish(),
  /** Off where the organization forbids deploy keys. */
  enabled: z.boolean().nullish(),
});

export const DeployKeys = listShape(DeployKey);

const Installation = z.looseObject({
  id: z.number().int(),
  app_slug: z.string().min(1),
  repository_selection: z.enum(['all', 'selected']),
  permissions: z.record(z.string(), z.string()),
  created_at: Moment,
  suspended_at: z.string().nullish(),
});

export const Installations = countedListShape('installations', Installation);

/** With these, an application can change code, and what is executed. */
const CODE = ['contents', 'workflows', 'administration'];

/** Deploy keys of the repository, and applications of its organization. */
export function readCredentials(answers: GithubAnswers): Statement[] {
  const { repository } = answers;
  return repository
    ? [
        answers.observation('credentials-observed', repository, {
          ...answers.completeness(),
          credentials: [
            ...answers
              .list(/^\/keys$/, DeployKeys)
              .map(key => toDeployKey(key, repository)),
            ...answers
              .list(/^org:\/installations$/, Installations)
              .filter(({ suspended_at: suspended }) => !suspended)
              .map(toApplication),
          ],
        }),
      ]
    : [];
}

function toDeployKey(
  key: z.output<typeof DeployKey>,
  repository: RepositoryAnswer,
): Credential {
  return {
    kind: 'deploy-key',
    id: String(key.id),
    name: key.title,
    mayWrite: !key.read_only && key.enabled !== false,
    admin: false,
    createdAt: key.created_at,
    ...(key.added_by && {
      createdBy: toIdentity(
        { login: key.added_by, id: undefined, type: undefined },
        repository,
      ),
    }),
    ...(key.last_used && { lastUsedAt: key.last_used }),
    permanent: true,
  };
}

function toApplication({
  id,
  app_slug: name,
  permissions,
  created_at: createdAt,
  repository_selection: repositories,
}: z.output<typeof Installation>): Credential {
  const administration = [
    permissions.administration,
    permissions.organization_administration,
  ];
  return {
    kind: 'application',
    id: String(id),
    name,
    mayWrite: CODE.some(scope => permissions[scope] === 'write'),
    admin: administration.includes('write'),
    createdAt,
    permanent: true,
    repositories,
  };
}
