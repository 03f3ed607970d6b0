import type { Statement } from '@ict-assurance/backstage-plugin-dora-compliance-common';
import { parseStatement } from '@ict-assurance/backstage-plugin-dora-compliance-common';
import type { Normalised } from '@ict-assurance/backstage-plugin-dora-compliance-node';
import { normaliseGithub } from '../normalise/normaliseGithub';
import { deliver } from './payloads';

const scope = {
  productionEnvironments: ['live'],
  nonProductionEnvironments: ['green'],
  protectedBranches: ['release'],
};

/** What is made of a payload. */
export function normalise(event: string, payload: unknown): Normalised {
  return normaliseGithub(deliver(event, payload), scope);
}

/** The statements read from a payload; throws the reason of a rejection. */
export function read(event: string, payload: unknown): Statement[] {
  const answer = normalise(event, payload);
  if (answer.outcome === 'rejected') {
    throw new Error(answer.reason);
  }
  answer.statements.forEach(parseStatement);
  return answer.statements;
}

/** The only statement read from a payload. */
export function readOne(event: string, payload: unknown): Statement {
  const statements = read(event, payload);
  expect(statements).toHaveLength(1);
  return statements[0] as Statement;
}

/** The same payload as a GitHub Enterprise Server would send it. */
export function onEnterprise<T>(payload: T): T {
  return JSON.parse(
    JSON.stringify(payload)
      .replaceAll(
        'https://api.github.com',
        'https://github.bank.example/api/v3',
      )
      .replaceAll('https://github.com', 'https://github.bank.example'),
  );
}
