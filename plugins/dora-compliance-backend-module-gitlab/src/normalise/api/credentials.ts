import type { Predicate } from '@ict-assurance/backstage-plugin-dora-compliance-common';
import { z } from 'zod';
import { Moment } from '../fields';
import { DEVELOPER, MAINTAINER } from './accessLevel';
import { describeRefusedGroups } from './describeRefusedGroups';
import type { PartReader } from './GitlabAnswers';

type Credential = Predicate<'credentials-observed'>['credentials'][number];

/** A day on which something expires; it no longer works from its beginning on. */
const Day = z.preprocess(
  value =>
    typeof value === 'string' && /^\d{4}-\d{2}-\d{2}$/.test(value)
      ? `${value}T00:00:00Z`
      : value,
  Moment.nullish(),
);

const Dates = z.looseObject({
  id: z.number().int(),
  created_at: Moment.nullish(),
  last_used_at: Moment.nullish(),
  expires_at: Day,
});

export const DeployKey = Dates.extend({
  title: z.string(),
  can_push: z.boolean().nullish(),
});

export const DeployToken = Dates.extend({
  name: z.string(),
  scopes: z.array(z.string()),
  revoked: z.boolean().nullish(),
  expired: z.boolean().nullish(),
});

export const AccessToken = Dates.extend({
  name: z.string(),
  scopes: z.array(z.string()),
  active: z.boolean(),
  access_level: z.number().int(),
});

/** Keys and tokens that still work, of the project and of its groups. */
export const readCredentials: PartReader = answers => {
  const keys = answers.items(/^\/deploy_keys$/, DeployKey);
  if (!keys) {
    return [];
  }
  const list = <T>(name: string, shape: z.ZodType<T>) =>
    answers
      .all(new RegExp(`^(?:GET /groups/[^/]+)?/${name}$`), z.array(shape))
      .flat();
  return [
    answers.setting(
      'credentials-observed',
      {
        credentials: [
          ...keys.map(toDeployKey),
          ...list('deploy_tokens', DeployToken)
            .filter(({ revoked, expired }) => !revoked && !expired)
            .map(toDeployToken),
          ...list('access_tokens', AccessToken)
            .filter(({ active }) => active)
            .map(toAccessToken),
        ],
      },
      describeRefusedGroups(answers, 'deploy_tokens|access_tokens'),
    ),
  ];
};

function toDeployKey({
  title,
  can_push: mayWrite,
  ...dates
}: z.output<typeof DeployKey>): Credential {
  return {
    kind: 'deploy-key',
    name: title,
    ...(typeof mayWrite === 'boolean' && { mayWrite }),
    admin: false,
    ...toDates('key', dates),
  };
}

function toDeployToken({
  name,
  scopes,
  ...dates
}: z.output<typeof DeployToken>): Credential {
  return {
    kind: 'access-token',
    name,
    mayWrite: scopes.some(scope => scope.startsWith('write_')),
    admin: false,
    ...toDates('deploy-token', dates),
  };
}

function toAccessToken({
  name,
  scopes,
  access_level: level,
  ...dates
}: z.output<typeof AccessToken>): Credential {
  const isWide = scopes.includes('api');
  return {
    kind: 'access-token',
    name,
    mayWrite:
      level >= DEVELOPER &&
      (isWide || scopes.some(scope => scope.startsWith('write_'))),
    admin: level >= MAINTAINER && isWide,
    ...toDates('access-token', dates),
  };
}

/** Ids of keys and tokens are counted apart, so that the kind is a part of the id. */
function toDates(
  kind: string,
  dates: Pick<
    z.output<typeof Dates>,
    'id' | 'created_at' | 'last_used_at' | 'expires_at'
  >,
) {
  const { id, created_at: createdAt, last_used_at: lastUsedAt } = dates;
  const expiresAt = dates.expires_at;
  return {
    id: `${kind}/${id}`,
    ...(createdAt && { createdAt }),
    ...(lastUsedAt && { lastUsedAt }),
    ...(expiresAt && { expiresAt }),
    ...(expiresAt !== undefined && { permanent: expiresAt === null }),
  };
}
