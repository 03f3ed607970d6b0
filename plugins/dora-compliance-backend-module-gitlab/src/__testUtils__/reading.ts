import type {
  Instant,
  Statement,
} from '@ict-assurance/backstage-plugin-dora-compliance-common';
import type { Normalised } from '@ict-assurance/backstage-plugin-dora-compliance-node';
import { normaliseGitlab } from '../normalise/normaliseGitlab';
import type { GitlabScope } from '../normalise/GitlabScope';
import type { Payload } from './payloads';

export const scope: GitlabScope = {
  productionEnvironments: ['live'],
  nonProductionEnvironments: ['green'],
  protectedBranches: ['rc'],
};

/** When the deliveries of these tests were received. */
export const RECEIVED_AT = '2026-03-02T15:00:00.000Z' as Instant;

/** Headers of a delivery that shows when it was sent, and that time. */
export const sent = { 'webhook-timestamp': '1767225600' };
export const SENT_AT = '2026-01-01T00:00:00.000Z';

/** Headers of a hook that shows which GitLab it is of. */
export const ofInstance = {
  'x-gitlab-instance': 'https://gitlab.bank.example/',
};

type Headers = Record<string, string>;

/**
 * What a payload says. `undefined` as its time means that nothing reports it.
 */
export function answer(
  payload: Payload,
  headers: Headers = {},
  rest: { receivedAt?: Instant | undefined; scope?: GitlabScope } = {},
): Normalised {
  const receivedAt = 'receivedAt' in rest ? rest.receivedAt : RECEIVED_AT;
  const body = new TextEncoder().encode(JSON.stringify(payload));
  return normaliseGitlab(
    {
      headers,
      body,
      proof: 'signed-delivery',
      ...(receivedAt && { receivedAt }),
    },
    rest.scope ?? scope,
  );
}

/** The statements of a payload of which nothing may be missing. */
export function read(
  payload: Payload,
  headers?: Headers,
  rest?: Parameters<typeof answer>[2],
): Statement[] {
  const found = answer(payload, headers, rest);
  if (found.outcome === 'rejected' || found.flaws) {
    throw new Error(JSON.stringify(found));
  }
  return found.statements;
}

/** How a payload is answered whose time nothing reports. */
export const withoutTime = (payload: Payload, headers?: Headers) =>
  answer(payload, headers, { receivedAt: undefined });

/**
 * The time of a payload: as received, as sent, and where nothing reports it.
 */
export const readTimes = (payload: Payload) => ({
  received: read(payload)[0]?.observedAt,
  sent: read(payload, sent)[0]?.observedAt,
  untold: withoutTime(payload),
});

/** Those times where a payload itself reports none. */
export const timesOfDelivery = (reason: string) => ({
  received: RECEIVED_AT,
  sent: SENT_AT,
  untold: { outcome: 'rejected', reason: expect.stringContaining(reason) },
});

export const listTypes = (statements: readonly Statement[]) =>
  statements.map(({ type }) => type);
