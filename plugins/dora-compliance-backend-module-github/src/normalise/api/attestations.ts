import {
  commitSubject,
  type Statement,
} from '@ict-assurance/backstage-plugin-dora-compliance-common';
import { z } from 'zod';
import { findArtifact } from '../artifact';
import { Moment, repositorySubject } from '../fields';
import {
  type PartialReading,
  readStatements,
} from '@ict-assurance/backstage-plugin-dora-compliance-node';
import { type GithubAnswers, type RepositoryAnswer } from './GithubAnswers';
import type { DeploymentAnswer } from './deployments';
import { listShape, type Page } from './pages';
import { InTotoStatement, readMaking } from './provenance';

export const Releases = listShape(
  z.looseObject({
    published_at: Moment.nullable(),
    assets: z.array(z.looseObject({ digest: z.string().nullish() })),
  }),
);

const AttestationAnswer = z.looseObject({
  bundle: z
    .looseObject({
      dsseEnvelope: z.looseObject({
        payloadType: z.string(),
        payload: z.string(),
      }),
    })
    .nullish(),
});

/** A page of attestations; those without a bundle lie somewhere else. */
export const Attestations: z.ZodType<Page<z.output<typeof AttestationAnswer>>> =
  z
    .looseObject({ attestations: z.array(AttestationAnswer) })
    .transform(({ attestations }) => ({ items: attestations }));

const DIGEST = /^sha256:[0-9a-f]{64}$/;

/** Digests of what was released or deployed, each once. */
export function listDigests(
  releases: z.output<typeof Releases>['items'],
  deployments: readonly DeploymentAnswer[],
): string[] {
  const digests = [
    ...releases.flatMap(({ assets }) => assets.map(({ digest }) => digest)),
    ...deployments.map(({ payload }) => findArtifact(payload)?.digest),
  ];
  return [...new Set(digests)].filter(
    digest => typeof digest === 'string' && DIGEST.test(digest),
  ) as string[];
}

/** Provenance among the attestations of an artifact; others say other things. */
export function readAttestations(answers: GithubAnswers): PartialReading {
  const { repository } = answers;
  const attestations = answers
    .parsed(/^\/attestations\/([^/]+)$/, Attestations)
    .flatMap(({ match, body }) =>
      body.items.map(({ bundle }, index) => ({
        bundle,
        index,
        digest: decodeURIComponent(match[1] ?? ''),
      })),
    );
  return readStatements(
    repository ? attestations : [],
    ({ digest, index }) => `attestation ${index + 1} of ${digest}`,
    ({ digest, bundle }) =>
      bundle
        ? provenance(bundle.dsseEnvelope, digest, answers, repository!)
        : [],
  );
}

function provenance(
  envelope: { payloadType: string; payload: string },
  digest: string,
  answers: GithubAnswers,
  repository: RepositoryAnswer,
): Statement[] {
  if (envelope.payloadType !== 'application/vnd.in-toto+json') {
    return [];
  }
  const text = Buffer.from(envelope.payload, 'base64').toString('utf8');
  const statement = InTotoStatement.parse(JSON.parse(text));
  const making = readMaking(statement.predicateType, statement.predicate);
  const [algorithm = '', value] = digest.split(':');
  if (!statement.subject.some(subject => subject.digest[algorithm] === value)) {
    throw new TypeError('it is about another artifact');
  }
  if (!making) {
    return [];
  }
  const { sourceCommit } = making;
  return [
    {
      type: 'provenance',
      subjects: [
        repositorySubject(repository),
        { kind: 'artifact', digest },
        ...(sourceCommit ? [commitSubject(sourceCommit)] : []),
      ],
      predicate: {
        artifact: { digest },
        predicateType: statement.predicateType,
        ...making,
        signatureChecked: false,
      },
      observedAt: answers.document.collectedAt,
      sourceId: 'github',
    },
  ];
}
