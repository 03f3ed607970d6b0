import type {
  Predicate,
  Statement,
} from '@ict-assurance/backstage-plugin-dora-compliance-common';
import type { AnswerReader } from '@ict-assurance/backstage-plugin-dora-compliance-node';
import { DomainJson } from './CredentialStore';

type Secret = Predicate<'secrets-observed'>['secrets'][number];

const DOMAIN =
  /^GET ((?:\/job\/[^/]+)*)\/credentials\/store\/(system|folder)\/domain\/[^/]+\/api\/json\?/;

const STORE = /^GET [^?]*\/credentials\/store\//;

/**
 * The credentials that a job can use, by their ids. Jenkins reports no value, and not
 * when one was set. What is stored in a folder counts as stored for the repository.
 */
export function secretsStatement(answers: AnswerReader): Statement {
  const { document } = answers;
  const secrets = answers
    .parsed(DOMAIN, DomainJson)
    .flatMap(({ match: [, folder = '', store], body }) =>
      body.credentials.map(
        ({ id }): Secret => ({
          name: store === 'folder' ? `${toName(folder)}/${id}` : id,
          scope: store === 'folder' ? 'repository' : 'organization',
          masked: true,
        }),
      ),
    );
  const refused = document.answers
    .filter(
      ({ request, status }) =>
        STORE.test(request) && status !== 200 && status !== 304,
    )
    .map(({ request, status }) => `${status} to ${request}`);
  return answers.observed(
    'secrets-observed',
    [{ kind: 'pipeline', uri: document.target }],
    {
      ...answers.completeness(
        refused.length > 0
          ? [
              `Jenkins answered ${refused[0]}: the account needs Credentials/View, and the controller the Credentials plugin`,
            ]
          : [],
      ),
      secrets,
    },
  );
}

function toName(path: string): string {
  return path
    .split('/job/')
    .filter(name => name !== '')
    .map(decodeURIComponent)
    .join('/');
}
