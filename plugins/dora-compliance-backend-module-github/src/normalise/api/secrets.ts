import type {
  Predicate,
  Statement,
} from '@ict-assurance/backstage-plugin-dora-compliance-common';
import { z } from 'zod';
import { Moment } from '../fields';
import { Environments } from './environments';
import type { GithubAnswers, RepositoryAnswer } from './GithubAnswers';
import { countedListShape } from './pages';

type Secret = Predicate<'secrets-observed'>['secrets'][number];

const SecretAnswer = z.looseObject({
  name: z.string().min(1),
  updated_at: Moment,
});

export const Secrets = countedListShape('secrets', SecretAnswer);

/** The secrets that workflows can read, and whether GitHub looks for secrets in code. */
export function readSecrets(answers: GithubAnswers): Statement[] {
  const { repository } = answers;
  if (!repository) {
    return [];
  }
  const list = (path: RegExp, scope: Secret['scope']) =>
    answers
      .list(path, Secrets)
      .map(secret => toSecret(secret, { scope, protectedOnly: false }));
  const scanning = readScanning(repository);
  return [
    answers.observation('secrets-observed', repository, {
      ...answers.completeness(listHidden(repository, scanning)),
      secrets: [
        ...list(/^\/actions\/organization-secrets$/, 'organization'),
        ...list(/^\/actions\/secrets$/, 'repository'),
        ...listEnvironmentSecrets(answers),
      ],
      ...scanning,
    }),
  ];
}

function toSecret(
  { name, updated_at: updatedAt }: z.output<typeof SecretAnswer>,
  place: Omit<Secret, 'name'>,
): Secret {
  return { name, ...place, updatedAt };
}

function listEnvironmentSecrets(answers: GithubAnswers): Secret[] {
  const environments = answers.list(/^\/environments$/, Environments);
  return answers
    .parsed(/^\/environments\/([^/]+)\/secrets$/, Secrets)
    .flatMap(({ match, body }) => {
      const environment = decodeURIComponent(match[1] ?? '');
      const policy = environments.find(
        ({ name }) => name === environment,
      )?.deployment_branch_policy;
      return body.items.map(secret =>
        toSecret(secret, {
          scope: 'environment',
          environment,
          // Of branches that are chosen by name, nobody says whether they are protected.
          ...(!policy?.custom_branch_policies && {
            protectedOnly: policy?.protected_branches ?? false,
          }),
        }),
      );
    });
}

function readScanning({ security_and_analysis: found }: RepositoryAnswer) {
  const scanning = found?.secret_scanning?.status;
  const push = found?.secret_scanning_push_protection?.status;
  return {
    ...(scanning && { scanning: scanning === 'enabled' }),
    ...(push && { pushProtection: push === 'enabled' }),
  };
}

function listHidden(
  { html_url: uri }: RepositoryAnswer,
  { scanning, pushProtection }: ReturnType<typeof readScanning>,
): string[] {
  return scanning === undefined || pushProtection === undefined
    ? [
        `GitHub does not report secret_scanning and secret_scanning_push_protection of ${uri}: it takes the permission Administration: read, and for a private repository a plan with secret scanning`,
      ]
    : [];
}
