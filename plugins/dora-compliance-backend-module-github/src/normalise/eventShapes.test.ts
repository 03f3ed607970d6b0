import type { Instant } from '@ict-assurance/backstage-plugin-dora-compliance-common';
import {
  enterprisePayloads,
  examplePayloads,
  type NamedDelivery,
} from '../__testUtils__/payloads';
import { eventShapes, shapeProblem } from './eventShapes';
import { normaliseGithub } from './normaliseGithub';

const receivedAt = '2026-11-28T12:00:00.000Z' as Instant;
const scope = { productionEnvironments: [], protectedBranches: [] };
const payloads = [...examplePayloads(), ...enterprisePayloads()];

function parsed({ body }: NamedDelivery): unknown {
  return JSON.parse(new TextDecoder().decode(body));
}

it('every body has the shape of its own event', () => {
  const odd = payloads.flatMap(one => {
    const problem = shapeProblem(one.event, parsed(one));
    return problem ? [`${one.file}: ${problem}`] : [];
  });
  expect(odd).toEqual([]);
});

/** One of each event, action and set of fields. */
function distinctPayloads(): NamedDelivery[] {
  const byShape = new Map<string, NamedDelivery>();
  for (const one of payloads) {
    const payload = parsed(one) as { action?: string };
    const fields = Object.keys(payload).sort().join();
    byShape.set(`${one.event} ${payload.action} ${fields}`, one);
  }
  return [...byShape.values()];
}

it('no body says anything under the name of another event', () => {
  const confused = distinctPayloads().flatMap(({ file, event, body }) =>
    [...eventShapes.keys()]
      .filter(other => other !== event)
      .filter(other => {
        const headers = { 'x-github-event': other };
        const said = normaliseGithub({ headers, body, receivedAt }, scope);
        return said.outcome === 'normalised' && said.statements.length > 0;
      })
      .map(other => `${file} as ${other}`),
  );
  expect(confused).toEqual([]);
});
